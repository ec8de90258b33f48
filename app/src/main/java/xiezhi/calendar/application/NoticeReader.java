package xiezhi.calendar.application;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import xiezhi.calendar.domain.CalendarRefusal;
import xiezhi.calendar.domain.Fault;
import xiezhi.calendar.domain.Notice;
import xiezhi.calendar.domain.Notice.Arranged;
import xiezhi.calendar.domain.Notice.Arrangement;
import xiezhi.calendar.domain.Notice.Scope;
import xiezhi.calendar.domain.NoticeRules;
import xiezhi.calendar.domain.NoticeRules.Written;

/** Reads a calendar file whole: its notices, or everything that is wrong with it. */
final class NoticeReader {
  private static final Set<String> NEEDED = Set.of("id", "year", "title", "dated", "evidence");
  private static final Set<String> KNOWN =
      Set.of("number", "known-from", "note", "holidays", "make-up", "ordinary");

  private final YamlReader yaml = new YamlReader();
  private final NoticeRules rules;
  private final ZoneId zone;

  /**
   * What a file holds, and the line of each notice; nothing of it may be used while there are
   * faults.
   */
  record Reading(List<Notice> notices, List<Integer> lines, List<Fault> faults) {}

  private NoticeReader(NoticeRules rules, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
  }

  /**
   * @param zone in which a notice's date begins
   * @param published the years that have a national notice already
   */
  static Reading read(String text, NoticeRules rules, ZoneId zone, IntPredicate published) {
    return new NoticeReader(rules, zone).file(text, published);
  }

  private Reading file(String text, IntPredicate published) {
    List<Notice> notices = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    Node root = yaml.root(text);
    if (root == null) {
      return new Reading(List.of(), List.of(), yaml.faults);
    }
    Map<String, Node> top = yaml.mapping(root, "", Set.of(), Set.of("format", "level", "notices"));
    yaml.number(top.get("format"), "format", 1, 1);
    Scope scope = scope(top.get("level"));
    Node list = top.get("notices");
    if (list != null) {
      Set<Integer> years = new HashSet<>();
      Set<String> ids = new HashSet<>();
      List<Node> items = yaml.list(list, "notices");
      if (items.isEmpty() && list instanceof SequenceNode) {
        yaml.fault(
            YamlReader.line(list), "notices", CalendarRefusal.FILE_EMPTY, "there is no notice");
      }
      for (int i = 0; i < items.size(); i++) {
        Notice notice = notice(items.get(i), "notices[" + i + "]", scope, published, years, ids);
        if (notice != null) {
          notices.add(notice);
          lines.add(YamlReader.line(items.get(i)));
        }
      }
    }
    return new Reading(notices, lines, yaml.faults);
  }

  private Scope scope(@Nullable Node node) {
    String level = yaml.text(node, "level");
    if (node != null && level != null && !level.equals("national") && !level.equals("local")) {
      yaml.fault(
          YamlReader.line(node),
          "level",
          CalendarRefusal.WRONG_VALUE,
          "level is national or local, found " + level);
    }
    return "local".equals(level) ? Scope.LOCAL : Scope.NATIONAL;
  }

  private @Nullable Notice notice(
      Node node,
      String key,
      Scope scope,
      IntPredicate published,
      Set<Integer> years,
      Set<String> ids) {
    Map<String, Node> entries = yaml.mapping(node, key, KNOWN, NEEDED);
    String id = yaml.text(entries.get("id"), key + ".id");
    if (id != null && !id.matches("[-_.0-9A-Za-z]{1,60}")) {
      yaml.fault(
          YamlReader.line(node),
          key + ".id",
          CalendarRefusal.WRONG_VALUE,
          "an id has 1 to 60 letters, digits, dots, hyphens");
    }
    if (id != null && !ids.add(id)) {
      yaml.fault(
          YamlReader.line(node), key + ".id", CalendarRefusal.NOTICE_TWICE, id + " stands twice");
    }
    Integer year = yaml.number(entries.get("year"), key + ".year", 1950, 2100);
    String title = yaml.text(entries.get("title"), key + ".title");
    String number = yaml.text(entries.get("number"), key + ".number");
    LocalDate dated = date(entries.get("dated"), key + ".dated");
    LocalDate knownFrom = date(entries.get("known-from"), key + ".known-from");
    String evidence = evidence(entries.get("evidence"), key + ".evidence");
    String note = yaml.text(entries.get("note"), key + ".note");
    List<Written> days = new ArrayList<>();
    days(entries.get("holidays"), key + ".holidays", Arrangement.OFF, days);
    days(entries.get("make-up"), key + ".make-up", Arrangement.WORK, days);
    days(entries.get("ordinary"), key + ".ordinary", Arrangement.ORDINARY, days);
    if (days.isEmpty()) {
      yaml.fault(
          YamlReader.line(node),
          key,
          CalendarRefusal.NO_DAYS,
          "the notice arranges not a single day");
    }
    if (year == null) {
      return null;
    }
    boolean first = scope == Scope.NATIONAL && years.add(year) && !published.test(year);
    yaml.faults.addAll(rules.check(scope, year, first, YamlReader.line(node), days));
    if (id == null || title == null || dated == null || evidence == null) {
      return null;
    }
    return new Notice(
        id,
        scope,
        year,
        title,
        number,
        dated,
        (knownFrom == null ? dated : knownFrom).atStartOfDay(zone).toInstant(),
        evidence,
        note,
        days.stream().map(Written::arranged).toList());
  }

  private @Nullable String evidence(@Nullable Node node, String key) {
    String evidence = yaml.text(node, key);
    if (node != null && evidence != null && !Set.of("VERIFIED", "ASSUMED").contains(evidence)) {
      yaml.fault(
          YamlReader.line(node),
          key,
          CalendarRefusal.WRONG_VALUE,
          "evidence is VERIFIED or ASSUMED, found " + evidence);
    }
    return evidence;
  }

  private void days(@Nullable Node node, String key, Arrangement as, List<Written> days) {
    if (node == null) {
      return;
    }
    yaml.mapping(node, key)
        .forEach(
            (festival, value) -> {
              String at = key + "." + festival;
              List<Node> items =
                  value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
              for (Node item : items) {
                for (LocalDate day : range(item, at)) {
                  days.add(new Written(new Arranged(day, as, festival), YamlReader.line(item), at));
                }
              }
            });
  }

  /** A day, or {@code first..last}. */
  private List<LocalDate> range(Node node, String key) {
    String text = yaml.text(node, key);
    if (text == null) {
      return List.of();
    }
    int dots = text.indexOf("..");
    LocalDate from = date(node, dots < 0 ? text : text.substring(0, dots), key);
    LocalDate to = dots < 0 ? from : date(node, text.substring(dots + 2), key);
    if (from == null || to == null) {
      return List.of();
    }
    if (to.isBefore(from) || to.isAfter(from.plusDays(30))) {
      yaml.fault(
          YamlReader.line(node),
          key,
          CalendarRefusal.WRONG_RANGE,
          "a range runs forward and over at most 31 days, found " + text);
      return List.of();
    }
    return from.datesUntil(to.plusDays(1)).toList();
  }

  private @Nullable LocalDate date(@Nullable Node node, String key) {
    String text = yaml.text(node, key);
    return node == null || text == null ? null : date(node, text, key);
  }

  private @Nullable LocalDate date(Node node, String text, String key) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      yaml.fault(
          YamlReader.line(node),
          key,
          CalendarRefusal.WRONG_DATE,
          "a day of the calendar, written 2026-02-13, is needed, found " + text);
      return null;
    }
  }
}
