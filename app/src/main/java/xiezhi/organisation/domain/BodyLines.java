package xiezhi.organisation.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.CountyCode;

/** Lists of bodies in the order in which Chinese names are looked up: by pinyin. */
public interface BodyLines {
  /**
   * A body, and what those above it are called.
   *
   * @param parentName null where it stands alone
   * @param townshipName null where it works county-wide
   */
  record Line(Body body, @Nullable String parentName, @Nullable String townshipName) {}

  /**
   * @param kind only of that kind; null for all
   * @param words what the name must contain; empty for all
   */
  List<Line> list(CountyCode county, @Nullable BodyKind kind, String words);
}
