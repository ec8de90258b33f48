package xiezhi.shared;

import java.util.regex.Pattern;

/** A county's division code (县级行政区划代码, GB/T 2260): six digits. It leads every key. */
public record CountyCode(String value) implements Comparable<CountyCode> {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

  public CountyCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a county code has six digits, found: " + value);
    }
  }

  @Override
  public int compareTo(CountyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
