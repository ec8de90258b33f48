package xiezhi.testcounty;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.testing.Csrf.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Person;
import xiezhi.testcounty.TestCounties.Wanted;
import xiezhi.testing.PlatformTest;

/** The directory and the power list over HTTP, in a county of its own. */
@PlatformTest
class TestCountiesTest {
  @Autowired TestCounties counties;
  @Autowired Bodies bodies;
  @Autowired WorkingCalendars calendars;
  @Autowired MockMvcTester http;

  private Cookie signIn(Made county, String key) {
    Person person =
        county.people().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
    MvcTestResult in =
        http.post()
            .uri("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                "{\"login\":\"%s\",\"password\":\"%s\"}"
                    .formatted(person.login(), person.password()))
            .exchange();
    assertThat(in).hasStatusOk();
    return new Cookie(
        "XIEZHI",
        Objects.requireNonNull(in.getMvcResult().getResponse().getCookie("XIEZHI")).getValue());
  }

  @Test
  void aFreshCountyHasTheBodiesOfItsBaseAndPeopleWhoMaySignIn() {
    Made first = counties.make(Wanted.like("530426"));
    Made second = counties.make(Wanted.like("530426"));

    assertThat(first.code()).isNotEqualTo(second.code());
    assertThat(first.bodies())
        .containsKeys("gov", "d1", "d2", "d3", "t1", "t1.team", "t1.scs", "t2");
    assertThat(first.people())
        .extracting(Person::key)
        .contains(
            "gov.coordinator",
            "gov.administrator",
            "gov.supervisor",
            "d1.signer",
            "t2.team.officer");
    assertThat(http.get().uri("/api/session").cookie(signIn(first, "t1.clerk")))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"county\": {\"code\": \"%s\"}, \"body\": {\"name\": \"双江街道办事处\"}}"
                .formatted(first.code()));
  }

  @Test
  void itKeepsItsBasesFestivals() {
    Made county = counties.make(Wanted.like("530426"));

    assertThat(calendars.of(county.code()).isWorkingDay(LocalDate.of(2026, 8, 6)))
        .as("Thu 2026-08-06, the Torch Festival")
        .isFalse();
  }

  @Test
  void itIsMadeOverHttpWithoutTheRulesThatAreNotWanted() {
    MvcTestResult made =
        http.post()
            .uri("/api/test/counties")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                "{\"base\": \"140602\", \"without\": [\"transfer-limit\"], \"people\":"
                    + " [\"t1.clerk\", \"d1.signer\"]}")
            .exchange();

    assertThat(made)
        .hasStatus(201)
        .bodyJson()
        .extractingPath("people[*].key")
        .asArray()
        .containsExactly("d1.signer", "t1.clerk");
  }

  @Test
  void bodiesAreListedByPinyinAndOnlyOnesOwn() {
    Made county = counties.make(Wanted.like("530426"));
    Cookie cookie = signIn(county, "d1.clerk");

    assertThat(http.get().uri("/api/bodies?kind=township").cookie(cookie))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("[*].name")
        .asArray()
        .containsExactly(
            "岔河乡人民政府",
            "大龙潭乡人民政府",
            "甸中镇人民政府",
            "富良棚乡人民政府",
            "化念镇人民政府",
            "双江街道办事处",
            "塔甸镇人民政府",
            "小街街道办事处");
    assertThat(http.get().uri("/api/bodies?q=甸中镇派出").cookie(cookie))
        .bodyJson()
        .isLenientlyEqualTo(
            "[{\"name\": \"甸中镇派出所\", \"kind\": \"dispatched\", \"parentName\": \"县公安局\","
                + " \"townshipName\": \"甸中镇人民政府\", \"legal\": false}]");
    assertThat(http.get().uri("/api/bodies?kind=village").cookie(cookie))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("code")
        .isEqualTo("organisation.no-such-kind");
    assertThat(http.get().uri("/api/divisions").cookie(cookie))
        .bodyJson()
        .extractingPath("[*].code")
        .asArray()
        .hasSize(8)
        .allSatisfy(c -> assertThat(c.toString()).startsWith(county.code().value()));
    assertThat(http.get().uri("/api/bodies")).hasStatus(401);
  }

  @Test
  void countiesAndTheirOutlinesAreOpenToEverybody() {
    assertThat(http.get().uri("/api/counties"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("[*].code")
        .asArray()
        .contains("530426", "310120");
    assertThat(http.get().uri("/api/counties/310120/boundary"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"type\": \"Feature\", \"properties\": {\"schematic\": true, \"datum\": \"unknown\"},"
                + " \"geometry\": {\"type\": \"Polygon\"}}");
    assertThat(http.get().uri("/api/counties/000000/boundary")).hasStatus(404);
    assertThat(http.get().uri("/api/counties/nowhere/boundary")).hasStatus(404);
  }

  @Test
  void itemsAreFoundByCodeWordsAndDomainAndPagedByKey() {
    Cookie cookie = signIn(counties.make(Wanted.like("350602")), "d1.clerk");

    assertThat(http.get().uri("/api/powers?q=hj014").cookie(cookie))
        .bodyJson()
        .extractingPath("items[0].code")
        .isEqualTo("HJ014");
    assertThat(http.get().uri("/api/powers?q=露天烧烤").cookie(cookie))
        .bodyJson()
        .extractingPath("items[0].code")
        .isEqualTo("HJ014");
    assertThat(http.get().uri("/api/powers?q=生态环境&limit=2").cookie(cookie))
        .bodyJson()
        .extractingPath("items")
        .asArray()
        .hasSize(2);
    assertThat(http.get().uri("/api/powers?q=' %26 | ! %27%3A*").cookie(cookie)).hasStatusOk();
    assertThat(http.get().uri("/api/powers?after=nonsense").cookie(cookie)).hasStatus(400);
    assertThat(http.get().uri("/api/powers/domains").cookie(cookie)).hasStatusOk();
    Set<Object> seen = new java.util.HashSet<>();
    String after = "";
    while (after != null) {
      Map<String, Object> page = page(after, cookie);
      for (Object item : (List<?>) Objects.requireNonNull(page.get("items"))) {
        assertThat(seen.add(((Map<?, ?>) item).get("code"))).isTrue();
      }
      after = (String) page.get("next");
    }
    assertThat(seen).hasSize(355);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> page(String after, Cookie cookie) {
    try {
      MvcTestResult result =
          http.get().uri("/api/powers?limit=100&after=" + after).cookie(cookie).exchange();
      assertThat(result).hasStatusOk();
      return tools.jackson.databind.json.JsonMapper.shared()
          .readValue(result.getResponse().getContentAsByteArray(), HashMap.class);
    } catch (RuntimeException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anItemIsShownAsItStoodOnTheDayOfTheAct() {
    Cookie cookie = signIn(counties.make(Wanted.like("350602")), "d1.clerk");

    assertThat(http.get().uri("/api/powers/HJ014?on=2026-08-14").cookie(cookie))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"code": "HJ014", "basis": [{"penaltyMax": 20000, "to": "2026-08-14", "tiers": []}],
             "later": [{"from": "2026-08-15", "to": null}], "earlier": []}
            """);
    assertThat(http.get().uri("/api/powers/XX000").cookie(cookie)).hasStatus(404);
    assertThat(http.get().uri("/api/powers/HJ014?on=1900-01-01").cookie(cookie)).hasStatus(400);
    assertThat(http.get().uri("/api/powers/HJ014?on=yesterday").cookie(cookie)).hasStatus(400);
  }

  @Test
  void competenceSaysWhetherItIsOnesOwn() {
    Made county = counties.make(Wanted.like("140602"));
    String town = Objects.requireNonNull(county.bodies().get("t2")).value();
    String ask = "/api/competence?items=GH001,GH003&on=2026-09-01&division=" + town;

    assertThat(http.get().uri(ask).cookie(signIn(county, "t2.team.officer")))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            [{"code": "GH001", "mine": false,
              "holders": [{"bodyName": "区自然资源主管部门", "reason": "department", "mode": "法定"}]},
             {"code": "GH003", "mine": true, "holders": [{"named": "全部乡镇", "reason": "all-towns"}]}]
            """);
    assertThat(
            http.get()
                .uri("/api/competence?items=GH001,XX000&division=1")
                .cookie(signIn(county, "d1.clerk")))
        .hasStatus(404);
  }

  @Test
  void anInventedCountyIsFoundedFromItsDataAlone() {
    Map<String, String> directory = texts("src/test/resources/directory/990001");
    Map<String, String> mechanism = texts("src/test/resources/mechanisms/990001");

    Made county =
        counties.make(
            new Wanted(new CountyCode("990001"), Set.of(), mechanism, directory, Set.of()));

    List<Body> all = CurrentActor.as(Actor.platform(county.code()), () -> bodies.of(county.code()));
    assertThat(all).extracting(Body::name).contains("云台镇人民政府", "云台镇执法中队", "县城市管理局", "云台镇司法所");
    assertThat(
            CurrentActor.as(
                Actor.platform(county.code()),
                () -> bodies.named(county.code(), "云台镇").orElseThrow().kind()))
        .isEqualTo(BodyKind.TOWNSHIP);
  }

  private static Map<String, String> texts(String folder) {
    Map<String, String> texts = new HashMap<>();
    try (var files = Files.list(Path.of(folder))) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  @Test
  void manyAreMadeQuickly() {
    counties.make(Wanted.like("530426"));
    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      counties.make(Wanted.like("530426"));
    }
    // not a timed test: the figure is for whoever looks at the log
    System.out.printf("a test county: %d ms%n", (System.nanoTime() - start) / 5_000_000);
  }
}
