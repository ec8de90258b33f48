package xiezhi.mechanism;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small mechanism of an invented county, built up rule by rule: each is a YAML text as it stands
 * in the file, without the dash.
 */
public final class MechanismDraft {
  private final List<String> county = new ArrayList<>();
  private final List<String> national = new ArrayList<>();
  private final List<String> platform = new ArrayList<>();
  private final Map<String, String> more = new LinkedHashMap<>();
  private String head =
      """
      format: 1
      county: {code: "990001", name: 清江县, short: 清江, level: 县, zone: Asia/Shanghai}
      in-force-from: 2024-01-01
      instruments:
        - {id: main, title: 清江县协调联动机制, number: null, issuer: 清江县人民政府, dated: 2023-12-20, text: instrument-main.txt}
      """;
  private String clauses =
      """
      - id: QJ-001
        instrument: main
        heading: 第一条
        quote: 应当在3个工作日内移送。
        requirement: Transfer within 3 working days.
        kind: transfer
        class: A
      - id: QJ-002
        instrument: main
        heading: 第二条
        quote: 情况紧急的，应当在24小时内移送。
        requirement: Urgent transfers within 24 hours.
        kind: transfer
        class: A
      """;

  public MechanismDraft head(String text) {
    head = text;
    return this;
  }

  public MechanismDraft clauses(String text) {
    clauses = text;
    return this;
  }

  public MechanismDraft file(String path, String text) {
    more.put(path, text);
    return this;
  }

  public MechanismDraft county(String rule) {
    county.add(rule);
    return this;
  }

  public MechanismDraft national(String rule) {
    national.add(rule);
    return this;
  }

  public MechanismDraft platform(String rule) {
    platform.add(rule);
    return this;
  }

  public MechanismBundle bundle() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("county/mechanism.yaml", head + rules(county));
    files.put("county/clauses.yaml", clauses);
    files.put("county/instrument-main.txt", "第一条 应当在3个工作日内移送。\n第二条 情况紧急的，应当在24小时内移送。\n");
    files.put("national/mechanism.yaml", "format: 1\ntier: national\n" + rules(national));
    files.put("platform/mechanism.yaml", "format: 1\ntier: platform\n" + rules(platform));
    files.putAll(more);
    return MechanismBundle.of(files);
  }

  public Mechanism mechanism() {
    return bundle().read().orThrow();
  }

  private static String rules(List<String> rules) {
    if (rules.isEmpty()) {
      return "rules: []\n";
    }
    StringBuilder text = new StringBuilder("rules:\n");
    for (String rule : rules) {
      text.append("  - ").append(rule.strip().replace("\n", "\n    ")).append('\n');
    }
    return text.toString();
  }

  /** A limit rule in one line; {@code more} goes before the value. */
  public static String limit(String id, String basis, String more, String amount) {
    return """
    id: %s
    key: transfer_deadline
    %s
    bindingness: hard
    %slimit: {%s words: 期限, starts: [matter.judged-not-ours], ends: [transfer.sent], debtor: holder}
    """
        .formatted(id, basis, more.isEmpty() ? "" : more + "\n", amount);
  }

  public static final String CLAUSE = "clauses: [QJ-001]";
  public static final String ARTICLE = "article: {cite: 行政处罚法 第二十五条, quote: 报请共同的上一级行政机关指定管辖}";
  public static final String DEFAULT = "platform-default: nobody says anything";
}
