package xiezhi.powers;

import java.util.List;
import java.util.Optional;
import xiezhi.shared.CountyCode;

/**
 * What the public may report, in its own words: the domains of the power list gathered into plain
 * categories. A county shows those of which its list names a holder, and one for everything else.
 */
public interface PublicCategories {
  /**
   * @param code stable; lower-case letters and hyphens
   * @param name a few words
   * @param group under which it is shown
   * @param description examples
   * @param domains of the power list; empty for everything else
   */
  record Category(
      String code,
      String name,
      String group,
      String description,
      List<String> keywords,
      List<String> domains) {

    public Category {
      keywords = List.copyOf(keywords);
      domains = List.copyOf(domains);
    }
  }

  /** In the order of the file. The county must be the actor's. */
  List<Category> of(CountyCode county);

  /** Those of all counties. */
  List<Category> all();

  Optional<Category> find(String code);

  /** By its name: reports keep the name. */
  Optional<Category> named(String name);
}
