package xiezhi.powers.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiezhi.powers.HoldingRow;
import xiezhi.powers.Powers.Basis;
import xiezhi.powers.Powers.Item;
import xiezhi.powers.domain.PowerFiles.ItemRow;
import xiezhi.shared.csv.Faults;

class PowerFilesTest {
  private static final Set<String> COUNTIES = Set.of("峨山彝族自治县", "芗城区", "灌云县", "朔城区", "奉贤区");

  private static Map<String, String> files() {
    Map<String, String> texts = new HashMap<>();
    for (String name :
        List.of(
            "powers.csv",
            "penalty-tiers.csv",
            "legal-basis-history.csv",
            PowerFiles.HOLDERS,
            HolderWords.FILE)) {
      try (var in =
          java.util.Objects.requireNonNull(
              PowerFilesTest.class.getResourceAsStream("/data/" + name))) {
        texts.put(name, new String(in.readAllBytes(), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static Map<String, ItemRow> items(Map<String, String> files, Faults faults) {
    Map<String, ItemRow> items = new LinkedHashMap<>();
    PowerFiles.items(files, faults).forEach(i -> items.put(i.code(), i));
    return items;
  }

  private static Item item(String code, String day) {
    ItemRow row = java.util.Objects.requireNonNull(items(files(), new Faults()).get(code));
    return ItemOn.of(row, LocalDate.parse(day));
  }

  @Test
  void theDataFilesHold355Items425Tiers47FormerTextsAnd1826Holders() {
    Faults faults = new Faults();

    Map<String, ItemRow> items = items(files(), faults);
    Map<String, List<HoldingRow>> holders = PowerFiles.holders(files(), COUNTIES, items, faults);

    assertThat(faults.all()).isEmpty();
    assertThat(items).hasSize(355);
    assertThat(items.values().stream().mapToInt(i -> i.tiers().size()).sum()).isEqualTo(425);
    assertThat(items.values().stream().mapToInt(i -> i.texts().size() - 1).sum()).isEqualTo(47);
    assertThat(holders.values().stream().mapToInt(List::size).sum()).isEqualTo(1826);
    assertThat(holders.values().stream().flatMap(List::stream))
        .extracting(HoldingRow::grade)
        .containsOnly("VERIFIED-LAW", "VERIFIED-DOMAIN", "LAW+NAME-ASSUMED", "ASSUMED");
  }

  @Test
  void openAirBarbecuesBeforeTheEcologicalCodeStandOnTheAirPollutionLaw() {
    Item before = item("HJ014", "2026-08-14");

    assertThat(before.basis())
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.legalBasis()).contains("大气污染防治法");
              assertThat(b.penaltyMin()).isEqualByComparingTo("500");
              assertThat(b.penaltyMax()).isEqualByComparingTo("20000");
              assertThat(b.tiers()).as("no tiers are made up for a former text").isEmpty();
            });
    assertThat(before.later())
        .as("the lighter text of the code is shown beside it (从旧兼从轻)")
        .singleElement()
        .satisfies(b -> assertThat(b.from()).isEqualTo("2026-08-15"));
  }

  @Test
  void openAirBarbecuesFromTheEcologicalCodeOnHaveTwoTiers() {
    Item after = item("HJ014", "2026-08-15");

    assertThat(after.legalBasis()).contains("生态环境法典");
    assertThat(after.basis().getFirst().tiers())
        .anySatisfy(
            t -> {
              assertThat(t.min()).isEqualByComparingTo("500");
              assertThat(t.max()).isEqualByComparingTo("5000");
            })
        .anySatisfy(
            t -> {
              assertThat(t.min()).isEqualByComparingTo("5000");
              assertThat(t.max()).isEqualByComparingTo("20000");
            });
    assertThat(after.later()).isEmpty();
    assertThat(after.earlier()).hasSize(1);
  }

  @Test
  void dumpingOfWasteByPersonsAndOnBanksBecameDearer() {
    assertThat(item("HJ024", "2026-08-14").basis())
        .singleElement()
        .satisfies(b -> assertThat(b.penaltyMax()).isEqualByComparingTo("500"));
    assertThat(item("HJ024", "2026-08-15").basis())
        .singleElement()
        .satisfies(b -> assertThat(b.penaltyMax()).isEqualByComparingTo("1000"));
    assertThat(item("HJ019", "2026-08-14").basis())
        .singleElement()
        .satisfies(b -> assertThat(b.penaltyMax()).isEqualByComparingTo("200000"));
    assertThat(item("HJ019", "2026-08-15").basis())
        .singleElement()
        .satisfies(b -> assertThat(b.penaltyMin()).isEqualByComparingTo("100000"));
  }

  @Test
  void severalProvisionsMayHaveStoodSideBySide() {
    assertThat(item("HJ023", "2026-08-14").basis()).hasSize(3);
    assertThat(item("HJ023", "2026-08-15").basis()).hasSize(1);
  }

  @Test
  void theNewPublicSecurityLawAndFisheriesLawGovernFromTheirFirstDay() {
    assertThat(item("ZA001", "2025-12-31").legalBasis()).contains("2012修正");
    assertThat(item("ZA001", "2026-01-01").legalBasis()).contains("2025修订");
    assertThat(item("NY026", "2026-04-30").legalBasis()).contains("2013修正");
    assertThat(item("NY026", "2026-05-01").legalBasis()).contains("2025修订");
  }

  @Test
  void beforeTheEarliestTextNothingIsPutInItsPlace() {
    Item item = item("HJ014", "2010-01-01");

    assertThat(item.basis()).isEmpty();
    assertThat(item.later()).hasSize(2).extracting(Basis::from).isSorted();
  }

  @Test
  void anItemWithoutHistoryStandsOnTodaysTextWithNoKnownFirstDay() {
    Item item = item("GH001", "2020-01-01");

    assertThat(item.basis()).singleElement().satisfies(b -> assertThat(b.from()).isNull());
  }

  @Test
  void allFaultsAreToldWithTheirLines() {
    Map<String, String> files = files();
    files.computeIfPresent(
        "penalty-tiers.csv",
        (n, t) ->
            t.replaceFirst("GH001,不区分,尚可采取改正措施,false,%建设工程造价,5,10", "GH999,谁,x,maybe,元,11,1O"));
    files.computeIfPresent(
        "legal-basis-history.csv",
        (n, t) -> t.replaceFirst("2018-10-26,2026-08-14", "2018-10-26,2017-02-30"));
    files.computeIfPresent(
        PowerFiles.HOLDERS,
        (n, t) ->
            t.replaceFirst("峨山彝族自治县,GH001,全部乡镇街道,赋权,,", "峨山县,GH001,全部乡镇街道,授权,2024/1/1,")
                + "朔城区,QZ001,全部街道,委托,,依据,CERTAIN: 无\n"
                + "朔城区,QZ001,全部街道,委托,,依据\n");
    Faults faults = new Faults();

    Map<String, ItemRow> items = items(files, faults);
    PowerFiles.holders(files, COUNTIES, items, faults);

    assertThat(faults.all())
        .extracting(f -> f.details().get("file") + ":" + f.details().get("line") + " " + f.code())
        .containsExactlyInAnyOrder(
            "penalty-tiers.csv:2 data.bad-number",
            "penalty-tiers.csv:2 data.unknown-value",
            "penalty-tiers.csv:2 data.unknown-item",
            "penalty-tiers.csv:2 data.unknown-value",
            "legal-basis-history.csv:2 data.bad-date",
            "powers-by-county.csv:2 data.unknown-value",
            "powers-by-county.csv:2 data.unknown-value",
            "powers-by-county.csv:2 data.bad-date",
            "powers-by-county.csv:1828 data.coercion-entrusted",
            "powers-by-county.csv:1828 data.unknown-value",
            "powers-by-county.csv:1829 data.wrong-number-of-cells");
  }

  @Test
  void searchWordsAreCharactersAndPairs() {
    assertThat(SearchWords.of("露天烧烤 HJ014")).contains("露", "露天", "天烧", "烧烤", "hj014");
    assertThat(SearchWords.query("露天烧烤")).isEqualTo("'露天' & '天烧' & '烧烤'");
    assertThat(SearchWords.query("烟")).isEqualTo("'烟'");
    assertThat(SearchWords.query("占道 ' & | ! :*")).isEqualTo("'占道'");
    assertThat(SearchWords.query("  ")).isEmpty();
  }
}
