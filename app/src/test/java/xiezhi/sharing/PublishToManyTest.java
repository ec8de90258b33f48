package xiezhi.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;
import xiezhi.sharing.application.ReadSharing;
import xiezhi.sharing.application.ShareInformation;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.InformationRegister;
import xiezhi.testcounty.TestCounties;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.Plan;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Statements;
import xiezhi.testing.TestDatabase;
import xiezhi.testing.Town;

/**
 * One item to two hundred bodies in one transaction: the number of statements does not grow with
 * the receivers, and the processor time stays small. The inbox is read from an index, a page at a
 * time.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishToManyTest {
  private static final int MANY = 200;
  private static final String NOW = "2026-03-02T09:00:00+08:00";

  @Autowired private Town town;
  @Autowired private TestCounties counties;
  @Autowired private Bodies bodies;
  @Autowired private ShareInformation share;
  @Autowired private ReadSharing read;
  @Autowired private Statements statements;
  @Autowired private PlatformTransactionManager transactions;

  @SuppressWarnings("NullAway.Init")
  private Made county;

  @SuppressWarnings("NullAway.Init")
  private List<BodyId> all;

  @BeforeAll
  void aCountyWithTwoHundredDepartments() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String file :
        List.of(
            "counties.csv",
            "divisions.csv",
            "departments.csv",
            "department-treatments.csv",
            "county-boundaries.geojson")) {
      try (InputStream in = new ClassPathResource("data/" + file).getInputStream()) {
        files.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    StringBuilder departments = new StringBuilder(files.get("departments.csv"));
    for (int i = 1; i <= MANY; i++) {
      departments.append("530426,峨山彝族自治县,县第%03d局,测试,false,ASSUMED,测试\n".formatted(i));
    }
    files.put("departments.csv", departments.toString());
    county =
        counties.make(
            new TestCounties.Wanted(new CountyCode("530426"), Set.of(), null, files, null));
    all =
        CurrentActor.as(
            Actor.platform(county.code()),
            () ->
                bodies.of(county.code()).stream()
                    .filter(b -> b.kind() == BodyKind.DEPARTMENT)
                    .map(Body::id)
                    .limit(MANY)
                    .toList());
    assertThat(all).hasSize(MANY);
  }

  private Actor clerk() {
    return Town.actor(county, "t1", Role.CLERK);
  }

  private UUID publish(List<BodyId> to) {
    return share.publish(
        new ShareInformation.Draft(
            "8",
            new Information.Content(
                "汛期安全提示", "请各单位加强巡查。", "共同关注", "", "", List.of(), List.of(), null),
            null,
            null,
            to));
  }

  private int statementsFor(List<BodyId> to) {
    return town.as(clerk(), NOW, () -> statements.of(() -> publish(to))).size();
  }

  @Test
  void twoHundredReceiversTakeAsManyStatementsAsTwo() {
    // what is read once is read
    statementsFor(all);
    statementsFor(all.subList(0, 2));

    assertThat(statementsFor(all)).isEqualTo(statementsFor(all.subList(0, 2)));
  }

  @Test
  void theInboxIsReadFromAnIndexAPageAtATime() throws SQLException {
    UUID one = town.as(clerk(), NOW, () -> publish(all.subList(0, 3)));
    try (Connection c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      s.execute(
          """
          insert into sharing.information
          select c.* from sharing.information i, generate_series(1, 20000) g,
            lateral jsonb_populate_record(i, jsonb_build_object('id', md5(g::text)::uuid)) c
          where i.county = '%1$s' and i.id = '%2$s';
          -- one in twenty is theirs: a desk gets a small part of what a county shares
          insert into sharing.delivery
          select county, id,
            case when hashtext(id::text) %% 20 = 0 then '%3$s' else '%3$s-other' end, 'named'
          from sharing.information where county = '%1$s' and id <> '%2$s'
          on conflict do nothing;
          analyze sharing.information, sharing.delivery
          """
              .formatted(county.code(), one, county.bodies().get("d1")));
    }
    Actor receiver = Town.actor(county, "d1", Role.CLERK);
    List<String> asked =
        town
            .as(
                receiver,
                NOW,
                () -> {
                  TransactionTemplate reading = new TransactionTemplate(transactions);
                  return statements.of(
                      () ->
                          reading.executeWithoutResult(
                              _ ->
                                  read.list(
                                      new InformationRegister.Query(
                                          InformationRegister.Box.IN,
                                          read.seats(),
                                          null,
                                          null,
                                          null,
                                          null,
                                          51))));
                })
            .stream()
            .filter(sql -> sql.startsWith("select") && sql.contains("\"sharing\"."))
            .toList();
    assertThat(asked).isNotEmpty();
    try (Connection c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      c.setAutoCommit(false);
      s.execute("set local role xiezhi_app");
      s.execute("set local xiezhi.county = '" + county.code() + "'");
      Plan plan = Plan.of(c, asked);
      c.rollback();
      assertThat(plan.wholeTables()).as("read from end to end by %s", plan).isEmpty();
      assertThat(plan.indexes()).contains("delivery_in");
      assertThat(plan.rowsRead()).as("rows read by %s", plan).isLessThanOrEqualTo(500);
    }
  }
}
