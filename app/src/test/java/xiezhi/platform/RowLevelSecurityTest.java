package xiezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;
import xiezhi.testing.TestDatabase;

/**
 * Goes around the application: connects as its database role and asks for what it must not get. The
 * wall must stand without any help of our code.
 */
@PlatformTest
class RowLevelSecurityTest {
  private static final String TABLES =
      """
      select c.oid::regclass::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('information_schema', 'public')
        and n.nspname not like 'pg\\_%'
      """;

  private static final String OF_A_COUNTY =
      TABLES
          + " and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname ="
          + " 'county' and not a.attisdropped)";

  /** Outlines on the map: the same for all, written by nobody but the first start. */
  private static final Set<String> OUTLINES = Set.of("organisation.boundary");

  /** What a county publishes: every county reads it, to compare; only the county itself adds. */
  private static final Set<String> PUBLISHED =
      Set.of("calendar.county_day", "calendar.county_notice", "mechanism.version");

  /**
   * Ids and pairs of letters, read only through a join with the protected row (leakproof plans).
   */
  private static final Set<String> SEARCH = Set.of("matter.search", "correspondence.search");

  private static final String PUBLISHED_AS_IT_SHOULD =
      OF_A_COUNTY
          + """
           and c.relrowsecurity and obj_description(c.oid, 'pg_class') like '%append-only%'
           and 2 = (select count(*) from pg_policy p where p.polrelid = c.oid)
           and exists (
             select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'r'
               and pg_get_expr(p.polqual, c.oid) = 'true')
           and exists (
             select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'a'
               and pg_get_expr(p.polwithcheck, c.oid)
                   = '(county = current_setting(''xiezhi.county''::text, true))')
          """;

  private static final String UNPROTECTED =
      OF_A_COUNTY
          + """
           and (not c.relrowsecurity
             or 1 <> (select count(*) from pg_policy p where p.polrelid = c.oid)
             or not exists (
               select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                 and p.polroles = '{0}' and p.polwithcheck is null
                 and pg_get_expr(p.polqual, c.oid)
                     = '(county = current_setting(''xiezhi.county''::text, true))'))
          """;

  private static final String NOT_LED_BY_COUNTY =
      OF_A_COUNTY
          + """
           and not exists (
             select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
             where i.indrelid = c.oid and i.indisprimary and a.attname = 'county')
          """;

  @Autowired Accounts accounts;

  private final TestCounty here = TestCounty.fresh();
  private final TestCounty there = TestCounty.fresh();
  private final BodyId desk = here.body("D1", "department");

  @BeforeEach
  void somebodyHasAnAccountHere() {
    CurrentActor.as(
        Actor.platform(here.code()),
        () ->
            accounts.open(
                new NewAccount(
                    "somebody." + here.code(),
                    "某人",
                    null,
                    List.of(new Post(desk, Set.of(Role.CLERK))))));
  }

  private static List<String> list(Connection c, String sql) throws SQLException {
    try (var s = c.createStatement();
        var rows = s.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static List<String> asOwner(String sql) throws SQLException {
    try (Connection c = TestDatabase.shared().asOwner()) {
      return list(c, sql);
    }
  }

  private static Connection inCounty(String county) throws SQLException {
    Connection c = TestDatabase.shared().asApplication();
    c.setAutoCommit(false);
    try (var s = c.prepareStatement("select set_config('xiezhi.county', ?, true)")) {
      s.setString(1, county);
      s.execute();
    }
    return c;
  }

  @Test
  void everyTableOfACountyIsBehindTheWall() throws Exception {
    assertThat(asOwner(OF_A_COUNTY)).hasSizeGreaterThan(5);
    assertThat(asOwner(UNPROTECTED))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(OUTLINES, PUBLISHED, SEARCH).flatMap(Set::stream).toList());
    assertThat(asOwner(PUBLISHED_AS_IT_SHOULD)).containsExactlyInAnyOrderElementsOf(PUBLISHED);
  }

  @Test
  void aTableWithoutTheWallWouldBeFound() throws Exception {
    try (Connection c = TestDatabase.shared().asOwner()) {
      c.setAutoCommit(false);
      try (var s = c.createStatement()) {
        s.execute("create table identity.bare (county text not null, x int)");
        s.execute("create table identity.leaky (county text not null primary key)");
        s.execute("alter table identity.leaky enable row level security");
        s.execute(
            "create policy county on identity.leaky using (county ="
                + " current_setting('xiezhi.county', true) or true)");
      }
      assertThat(list(c, UNPROTECTED)).contains("identity.bare", "identity.leaky");
      assertThat(list(c, NOT_LED_BY_COUNTY)).contains("identity.bare");
      c.rollback();
    }
  }

  @Test
  void theCountyLeadsEveryPrimaryKey() throws Exception {
    assertThat(asOwner(NOT_LED_BY_COUNTY)).isEmpty();
  }

  @Test
  void inItsCountyARowIsSeen() throws Exception {
    try (Connection c = inCounty(here.code().value())) {
      assertThat(list(c, "select name from identity.account")).containsExactly("某人");
    }
  }

  @Test
  void fromAnotherCountyNothingIsSeenAndNothingIsWritten() throws Exception {
    try (Connection c = inCounty(there.code().value())) {
      assertThat(list(c, "select name from identity.account")).isEmpty();
      try (var s = c.createStatement()) {
        assertThat(s.executeUpdate("update identity.account set name = 'x'")).isZero();
        assertThat(s.executeUpdate("delete from identity.seat")).isZero();
        assertThatThrownBy(
                () ->
                    s.executeUpdate(
                        "insert into identity.account (county, id, login, name, password_hash,"
                            + " opened_at) values ('"
                            + here.code()
                            + "', 'x', 'xx', 'x', 'x', now())"))
            .hasMessageContaining("row-level security");
      }
    }
  }

  @Test
  void withoutACountyEveryTableIsEmptyEvenForItsFullRows() throws Exception {
    for (String county : List.of("", there.code().value())) {
      try (Connection c = inCounty(county)) {
        for (String table : asOwner(OF_A_COUNTY)) {
          if (Stream.of(OUTLINES, PUBLISHED, SEARCH).noneMatch(open -> open.contains(table))) {
            assertThat(list(c, "select 1 from " + table + " where county = '" + here.code() + "'"))
                .as(table)
                .isEmpty();
          }
        }
      }
    }
    try (Connection c = TestDatabase.shared().asApplication()) {
      assertThat(list(c, "select name from identity.account")).isEmpty();
    }
  }

  @Test
  void theApplicationOwnsNothingAndMakesNothing() throws Exception {
    assertThat(
            asOwner(
                "select oid::regclass::text from pg_class where relowner = 'xiezhi_app'::regrole"))
        .isEmpty();
    assertThat(
            asOwner(
                "select nspname from pg_namespace where nspname not like 'pg\\_temp%'"
                    + " and has_schema_privilege('xiezhi_app', oid, 'create')"))
        .isEmpty();
    assertThat(
            asOwner(
                "select rolname from pg_roles where rolname = 'xiezhi_app' and (rolsuper or"
                    + " rolbypassrls or rolcreaterole or rolcreatedb)"))
        .isEmpty();
    assertThat(asOwner(TABLES + " and has_table_privilege('xiezhi_app', c.oid, 'truncate')"))
        .isEmpty();
  }

  @Test
  void whatIsAppendOnlyCannotBeChangedOrTakenAway() throws Exception {
    String appendOnly = TABLES + " and obj_description(c.oid, 'pg_class') like '%append-only%'";

    assertThat(asOwner(appendOnly))
        .contains("identity.sign_in")
        .anyMatch(t -> t.startsWith("ledger."));
    assertThat(
            asOwner(
                appendOnly
                    + " and (has_table_privilege('xiezhi_app', c.oid, 'update')"
                    + " or has_table_privilege('xiezhi_app', c.oid, 'delete')"
                    + " or has_any_column_privilege('xiezhi_app', c.oid, 'update'))"))
        .isEmpty();
    for (String attempt :
        List.of(
            "update identity.sign_in set address = ''",
            "delete from identity.sign_in",
            "truncate identity.sign_in")) {
      try (Connection c = inCounty(here.code().value());
          var s = c.createStatement()) {
        assertThatThrownBy(() -> s.execute(attempt)).hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void onlyTheTwoQuestionsOfTheEntranceReachOverTheWall() throws Exception {
    assertThat(
            asOwner(
                """
                select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname not like 'pg\\_%' order by 1
                """))
        .containsExactly(
            "identity.account_by_login", "identity.is_empty", "identity.session_by_token");
    assertThat(
            asOwner(
                """
                select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname not like 'pg\\_%'
                  and not coalesce(p.proconfig::text like '%search_path=%pg_temp%', false)
                """))
        .isEmpty();
  }
}
