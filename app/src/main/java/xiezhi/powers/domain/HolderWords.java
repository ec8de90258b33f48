package xiezhi.powers.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiezhi.organisation.Body;
import xiezhi.organisation.Division;
import xiezhi.powers.domain.Holding.Scope;
import xiezhi.shared.csv.Faults;
import xiezhi.shared.csv.Sheet;

/**
 * Understands how lists name holders: by words for groups, by a body's name, or by a body's name
 * with the places it is limited to in brackets.
 */
public final class HolderWords {
  public static final String FILE = "holder-words.csv";
  private static final Pattern IN_KIND = Pattern.compile("(.+)[(（](街道|镇|乡)辖区[)）]");
  private static final Pattern STATIONED = Pattern.compile("(.+)[(（]派驻(.+)[)）]");

  private final Map<String, Scope> words;

  private HolderWords(Map<String, Scope> words) {
    this.words = Map.copyOf(words);
  }

  public static HolderWords read(String text, Faults faults) {
    Sheet sheet = Sheet.read(FILE, text, faults, "words", "scope", "meaning");
    sheet.unique("words");
    Map<String, Scope> scopes =
        Map.of(
            "all-townships", new Scope.AllTownships(),
            "all-towns", new Scope.AllTowns(),
            "all-subdistricts", new Scope.AllSubdistricts(),
            "unfixed", new Scope.Unfixed());
    Map<String, Scope> words = new HashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      Scope scope = scopes.get(row.oneOf("scope", scopes.keySet()));
      if (scope != null) {
        words.put(row.words("words"), scope);
      }
    }
    return new HolderWords(words);
  }

  /** Empty if the words name nobody known. */
  public Optional<Scope> understand(
      String holder, Function<String, Optional<Body>> bodies, List<Division> divisions) {
    Scope known = words.get(holder);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Scope> body = bodies.apply(holder).map(b -> new Scope.OneBody(b.id(), null, null));
    if (body.isPresent()) {
      return body;
    }
    Matcher kind = IN_KIND.matcher(holder);
    if (kind.matches()) {
      return bodies.apply(kind.group(1)).map(b -> new Scope.OneBody(b.id(), kind.group(2), null));
    }
    Matcher place = STATIONED.matcher(holder);
    if (place.matches()) {
      return bodies
          .apply(place.group(1))
          .flatMap(
              b ->
                  divisions.stream()
                      .filter(d -> d.name().equals(place.group(2)))
                      .findFirst()
                      .map(d -> new Scope.OneBody(b.id(), null, d.code())));
    }
    return Optional.empty();
  }
}
