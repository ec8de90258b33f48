package xiezhi.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.matter.domain.SearchWindow;
import xiezhi.shared.Actor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestDatabase;
import xiezhi.testing.Town;

/**
 * A search goes back through the years in windows. What it finds, and in which order, is what one
 * look through everything would find: over random matters, on both sides of every edge, and for
 * every further page.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchNewestFirstTest {
  private static final String NOW = "2026-06-01T09:00:00+08:00";
  private static final Instant NEWEST = Instant.parse("2026-05-27T03:00:00Z");
  private static final Duration YEARS = Duration.ofDays(900);
  private static final Random RANDOM = new Random(20260527);

  @Autowired private Town town;
  @Autowired private MatterLists lists;

  @SuppressWarnings("NullAway.Init")
  private Made county;

  private final List<Row> rows = new ArrayList<>();

  /** What was put in, apart from the platform's own account of it. */
  private record Row(
      UUID id, Instant at, Set<String> words, boolean registered, boolean urgent, boolean ours) {}

  @BeforeAll
  void aCountyWithSomeYearsBehindIt() throws SQLException {
    county = town.like("530426");
    MatterId matter = town.judged(county);
    for (Instant edge : edges()) {
      for (long micros : new long[] {-1, 0, 0, 1}) {
        rows.add(row(edge.plusNanos(1_000 * micros)));
      }
    }
    while (rows.size() < 1_500) {
      long back = (long) (YEARS.toSeconds() * Math.pow(RANDOM.nextDouble(), 2));
      rows.add(row(NEWEST.minusSeconds(back)));
    }
    insert(matter);
  }

  /** The beginning of every third of a month, and the first page's own windows. */
  private Set<Instant> edges() {
    Set<Instant> edges = new TreeSet<>();
    for (Instant t = NEWEST; t.isAfter(NEWEST.minus(YEARS)); t = t.minus(Duration.ofDays(9))) {
      SearchWindow.back(county.code(), t).stream().map(SearchWindow::before).forEach(edges::add);
    }
    return edges;
  }

  private static Row row(Instant at) {
    Set<String> words = new TreeSet<>();
    words.add("处处");
    for (var word : List.of(new Word("常见", 2), new Word("有时", 20), new Word("稀罕", 400))) {
      if (RANDOM.nextInt(word.oneIn()) == 0) {
        words.add(word.text());
      }
    }
    return new Row(
        new UUID(RANDOM.nextLong(), RANDOM.nextLong()),
        at,
        words,
        RANDOM.nextInt(10) == 0,
        RANDOM.nextInt(7) == 0,
        RANDOM.nextInt(3) == 0);
  }

  private record Word(String text, int oneIn) {}

  private void insert(MatterId template) throws SQLException {
    try (Connection c = TestDatabase.shared().asOwner();
        var s =
            c.prepareStatement(
                """
                with w (id, at, words, registered, urgent, ours) as
                  (values (?::uuid, ?::timestamptz, ?::text[], ?::boolean, ?::boolean, ?::boolean)),
                matters as (insert into matter.matter (%5$s) select %5$s from (select n.* from w, matter.matter m,
                  lateral jsonb_populate_record(m, jsonb_build_object('id', w.id, 'number', 'r-' || w.id,
                    'registered_at', w.at, 'stage', case when w.registered then 'registered' else 'ours' end,
                    'urgent_reason', case when w.urgent then '急' end)) n
                  where m.county = '%1$s' and m.id = '%2$s') n),
                opened as (insert into matter.access
                  select '%1$s', unnest(array['%3$s', '%4$s']), at, id, at from w where ours)
                insert into matter.search
                  select '%1$s', id, array_to_tsvector(words || matter.marks('%1$s', at)) from w
                """
                    .formatted(
                        county.code(),
                        template,
                        county.bodies().get("t1"),
                        county.bodies().get("t1.team"),
                        TestDatabase.columns(c, "matter.matter")))) {
      for (Row row : rows) {
        s.setObject(1, row.id());
        s.setTimestamp(2, Timestamp.from(row.at()));
        s.setArray(3, c.createArrayOf("text", row.words().toArray()));
        s.setBoolean(4, row.registered());
        s.setBoolean(5, row.urgent());
        s.setBoolean(6, row.ours());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  @AfterAll
  void nobodyElseMeetsIt() throws SQLException {
    try (Connection c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      for (String table : List.of("matter.matter", "matter.access", "matter.search")) {
        s.execute("delete from " + table + " where county = '" + county.code() + "'");
      }
    }
  }

  private List<UUID> expected(Predicate<Row> which) {
    return rows.stream()
        .filter(which)
        // as the database orders them: by the bytes
        .sorted(Comparator.comparing(Row::at).thenComparing(r -> r.id().toString()).reversed())
        .map(Row::id)
        .toList();
  }

  /** Page after page, as the browser does it. */
  private List<UUID> found(
      Actor actor, String words, @Nullable String stage, boolean urgent, int limit) {
    List<UUID> found = new ArrayList<>();
    MatterLists.Line last = null;
    while (true) {
      var query =
          new MatterLists.Query(
              words,
              stage,
              null,
              urgent,
              last == null ? null : last.registeredAt(),
              last == null ? null : last.id(),
              limit);
      List<MatterLists.Line> page = town.as(actor, NOW, () -> lists.list(query));
      page.forEach(line -> found.add(line.id()));
      if (page.size() < limit) {
        return found;
      }
      last = page.getLast();
    }
  }

  @Test
  void everyWordIsFoundAsOneLookThroughEverythingWouldFindIt() {
    Actor coordinator = Town.actor(county, "gov", Role.COORDINATOR);
    Actor team = Town.actor(county, "t1.team", Role.OFFICER);
    for (String word : List.of("处处", "常见", "有时", "稀罕")) {
      Predicate<Row> holds = row -> row.words().contains(word);
      for (int limit : new int[] {13, 51}) {
        assertThat(found(coordinator, word, null, false, limit)).isEqualTo(expected(holds));
        assertThat(found(team, word, null, false, limit)).isEqualTo(expected(holds.and(Row::ours)));
      }
      assertThat(found(coordinator, word, "registered", false, 51))
          .isEqualTo(expected(holds.and(Row::registered)));
      assertThat(found(team, word, null, true, 51))
          .isEqualTo(expected(holds.and(Row::urgent).and(Row::ours)));
    }
    assertThat(found(coordinator, "常见 稀罕", null, false, 51))
        .isEqualTo(expected(row -> row.words().containsAll(Set.of("常见", "稀罕"))));
    assertThat(found(coordinator, "没有", null, false, 51)).isEmpty();
  }

  @Test
  void marksAreNoWords() {
    Actor coordinator = Town.actor(county, "gov", Role.COORDINATOR);

    assertThat(found(coordinator, county.code() + ":2026-05", null, false, 51)).isEmpty();
  }

  @Test
  void windowsFollowOneAnotherWithoutAGap() {
    var windows = SearchWindow.back(county.code(), Instant.parse("2026-03-05T16:00:00Z"));
    String c = county.code().value();

    Instant third = Instant.parse("2026-02-21T00:00:00Z");
    Instant half = Instant.parse("2025-09-01T00:00:00Z");
    assertThat(windows)
        .containsExactly(
            new SearchWindow(
                "('%1$s:2026-03-0' | '%1$s:2026-02-2')".formatted(c),
                third,
                Instant.parse("2026-03-05T16:00:00.000001Z")),
            new SearchWindow(
                "('%1$s:2026-02' | '%1$s:2026-01' | '%1$s:2025-12' | '%1$s:2025-11' | '%1$s:2025-10' | '%1$s:2025-09')"
                    .formatted(c),
                half,
                third),
            new SearchWindow("('" + c + "')", null, half));
  }
}
