package xiezhi.intake.domain;

import java.util.Locale;

/** What preliminary verification (初步核实) found. */
public enum Finding {
  NO_VIOLATION,
  VIOLATION,
  NOT_OURS;

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
