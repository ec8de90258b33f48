package xiezhi.shared;

import java.util.regex.Pattern;

/**
 * A body (机构): a government, department, internal organ, station or team. Readable, unique across
 * counties: it begins with the county code.
 */
public record BodyId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{6}[-0-9A-Za-z]{1,34}");

  public BodyId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a BodyId: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
