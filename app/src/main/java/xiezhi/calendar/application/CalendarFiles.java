package xiezhi.calendar.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.nodes.Node;
import xiezhi.calendar.domain.Fault;
import xiezhi.calendar.domain.Notice;
import xiezhi.calendar.domain.NoticeRules;
import xiezhi.calendar.domain.StatutoryDays;
import xiezhi.calendar.domain.StatutoryDays.Entry;
import xiezhi.calendar.domain.StatutoryDays.Festival;
import xiezhi.calendar.domain.StatutoryDays.Law;
import xiezhi.shared.CountyCode;

/**
 * The calendar as the platform ships it: {@code data/calendar/national.yaml}, the law's own days in
 * {@code statutory.yaml}, and one file for each county that has days of its own.
 */
public final class CalendarFiles {
  /** In this zone a notice of the State Council becomes known. */
  public static final ZoneId NATIONAL_ZONE = ZoneId.of("Asia/Shanghai");

  private static final String FOLDER = "/data/calendar/";

  private CalendarFiles() {}

  public static StatutoryDays statutory() {
    String name = "statutory.yaml";
    YamlReader yaml = new YamlReader();
    Node root = yaml.root(required(name));
    List<Law> laws = new ArrayList<>();
    Map<Integer, Map<Festival, MonthDay>> festivals = new HashMap<>();
    if (root != null) {
      Map<String, Node> top =
          yaml.mapping(root, "", Set.of(), Set.of("format", "laws", "festivals"));
      Node lawList = top.get("laws");
      if (lawList != null) {
        for (Node node : yaml.list(lawList, "laws")) {
          laws.add(law(yaml, node));
        }
      }
      Node years = top.get("festivals");
      if (years != null) {
        yaml.mapping(years, "festivals")
            .forEach((year, days) -> festivals.put(Integer.parseInt(year), moving(yaml, days)));
      }
    }
    failOnFaults(name, yaml.faults);
    laws.sort(Comparator.comparingInt(Law::fromYear));
    return new StatutoryDays(List.copyOf(laws), Map.copyOf(festivals));
  }

  private static Law law(YamlReader yaml, Node node) {
    Map<String, Node> entries =
        yaml.mapping(node, "laws", Set.of(), Set.of("from", "title", "days"));
    Integer from = yaml.number(entries.get("from"), "laws.from", 1949, 2100);
    String title = yaml.text(entries.get("title"), "laws.title");
    List<Entry> days = new ArrayList<>();
    Node list = entries.get("days");
    if (list != null) {
      yaml.mapping(list, "laws.days").forEach((name, day) -> days.add(entry(yaml, name, day)));
    }
    return new Law(from == null ? 0 : from, title == null ? "" : title, List.copyOf(days));
  }

  private static Entry entry(YamlReader yaml, String name, Node node) {
    Map<String, Node> entry = yaml.mapping(node, name, Set.of("on", "festival", "days"), Set.of());
    String on = yaml.text(entry.get("on"), name + ".on");
    String festival = yaml.text(entry.get("festival"), name + ".festival");
    List<Integer> offsets = new ArrayList<>();
    Node list = entry.get("days");
    if (list == null) {
      offsets.add(0);
    } else {
      for (Node item : yaml.list(list, name + ".days")) {
        Integer offset = yaml.number(item, name + ".days", -10, 10);
        offsets.add(offset == null ? 0 : offset);
      }
    }
    return new Entry(
        name,
        on == null ? null : MonthDay.parse("--" + on),
        festival == null
            ? null
            : Festival.valueOf(festival.replace('-', '_').toUpperCase(java.util.Locale.ROOT)),
        List.copyOf(offsets));
  }

  private static Map<Festival, MonthDay> moving(YamlReader yaml, Node node) {
    String text = yaml.text(node, "festivals");
    String[] days = text == null ? new String[0] : text.split(" ", -1);
    Map<Festival, MonthDay> moving = new EnumMap<>(Festival.class);
    int next = 0;
    for (Festival festival : Festival.values()) {
      if (next < days.length) {
        moving.put(festival, MonthDay.parse("--" + days[next++]));
      }
    }
    return moving;
  }

  /** The State Council's notices. */
  public static List<Notice> national(StatutoryDays statutory) {
    return notices("national.yaml", required("national.yaml"), statutory, NATIONAL_ZONE);
  }

  /** The counties that have a file. */
  public static List<CountyCode> counties() {
    try {
      return Stream.of(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:" + FOLDER.substring(1) + "*.yaml"))
          .map(file -> String.valueOf(file.getFilename()))
          .filter(name -> name.matches("[0-9]{6}\\.yaml"))
          .map(name -> new CountyCode(name.substring(0, 6)))
          .sorted()
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The county's own days; none if it has no file. */
  public static List<Notice> local(CountyCode county, StatutoryDays statutory, ZoneId zone) {
    String name = county + ".yaml";
    String text = find(name);
    return text == null ? List.of() : notices(name, text, statutory, zone);
  }

  private static List<Notice> notices(
      String name, String text, StatutoryDays statutory, ZoneId zone) {
    NoticeReader.Reading reading =
        NoticeReader.read(text, new NoticeRules(statutory), zone, year -> false);
    failOnFaults(name, reading.faults());
    return reading.notices();
  }

  private static void failOnFaults(String name, List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          faults.stream()
              .map(f -> name + ":" + f.line() + " " + f.key() + ": " + f.message())
              .collect(Collectors.joining("\n", "The shipped calendar has faults:\n", "")));
    }
  }

  private static String required(String name) {
    String text = find(name);
    if (text == null) {
      throw new IllegalStateException("missing from the application: " + FOLDER + name);
    }
    return text;
  }

  private static @Nullable String find(String name) {
    try (InputStream in = CalendarFiles.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? null : new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
