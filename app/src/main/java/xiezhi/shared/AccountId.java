package xiezhi.shared;

import java.util.regex.Pattern;

/** A person's account. */
public record AccountId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[-0-9A-Za-z]{1,40}");

  public AccountId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an AccountId: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
