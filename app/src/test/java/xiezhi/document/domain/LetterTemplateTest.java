package xiezhi.document.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import xiezhi.document.LetterSamples;
import xiezhi.document.application.LetterTemplateFiles;
import xiezhi.document.domain.LetterText.Block;

class LetterTemplateTest {
  /** What is always there, and what the items of a list have. */
  private static final Set<String> ALWAYS =
      Set.of(
          "issuer",
          "number",
          "date",
          "name",
          "idNumber",
          "address",
          "phone",
          "code",
          "basis",
          "file",
          "explanation",
          "quantity",
          "state",
          "heldAt",
          "heldUntil",
          "citation",
          "quote",
          ".",
          "-last");

  static Set<String> keys() throws IOException {
    return new TreeSet<>(LetterTemplateFiles.read().keys());
  }

  @Test
  void theLettersOfATransferAreThere() throws IOException {
    assertThat(keys())
        .contains(
            "transfer",
            "lead-transfer",
            "supplement-request",
            "return",
            "receipt",
            "result",
            "handover-record",
            "hazard-notice",
            "refusal-report");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyLetterAsksForAllThatItSaysAndSaysAllThatItAsksFor(String key) throws IOException {
    String file;
    try (var in = LetterTemplateTest.class.getResourceAsStream("/letters/" + key + ".yaml")) {
      file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var asks = LetterTemplateFiles.read().find(key).orElseThrow().asks().keySet();

    var said = Pattern.compile("\\{\\{[#^/]?([^}]+)}}|(?:each|when): ([a-zA-Z]+)").matcher(file);
    while (said.find()) {
      String name = said.group(1) != null ? said.group(1) : said.group(2);
      assertThat(asks.contains(name) || ALWAYS.contains(name)).as(name).isTrue();
    }
    for (String name : asks) {
      assertThat(file).as(name).containsPattern("(each: |when: |\\{\\{[#^]?)" + name);
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void withOnlyWhatItMustHaveALetterIsStillWhole(String key) throws IOException {
    LetterTemplate template = LetterTemplateFiles.read().find(key).orElseThrow();
    var must =
        template.asks().entrySet().stream()
            .filter(ask -> ask.getValue().must())
            .map(Map.Entry::getKey)
            .toList();
    var data = LetterSamples.only(must);

    LetterText letter = template.fill("标题", "某某镇人民政府", "1号", "2026年2月13日", data);

    assertThat(template.lacking(data)).isEmpty();
    assertThat(template.lacking(Map.of())).containsExactlyInAnyOrderElementsOf(must);
    assertThat(letter.texts())
        .noneMatch(text -> text.contains("{{") || text.contains("（）") || text.contains("，，"));
    assertThat(letter.blocks())
        .filteredOn(b -> !(b instanceof Block.Signatures || b instanceof Block.Table))
        .flatMap(b -> b.texts().toList())
        .noneMatch(String::isBlank);
  }

  @Test
  void headingsAreNumberedOverWhatIsReallyThere() throws IOException {
    var data = new HashMap<>(LetterSamples.everything());
    data.remove("urgentReason");

    assertThat(blocks("transfer", data, Block.Heading.class))
        .containsExactly("一、基本情况", "二、基本违法事实", "三、涉嫌违法事项及依据", "四、移送理由", "五、随案移送物品");
    assertThat(LetterTemplate.numeral(10)).isEqualTo("十");
    assertThat(LetterTemplate.numeral(11)).isEqualTo("十一");
    assertThat(LetterTemplate.numeral(20)).isEqualTo("二十");
    assertThat(LetterTemplate.numeral(99)).isEqualTo("九十九");
  }

  @Test
  void everyLineOfTheFactsIsAParagraph() throws IOException {
    var data = new HashMap<>(LetterSamples.everything());
    data.put("facts", "其一。\r\n\n  其二。\u2028其三。");

    assertThat(blocks("transfer", data, Block.Paragraph.class)).contains("其一。", "其二。 其三。");
  }

  private static List<String> blocks(
      String key, Map<String, Object> data, Class<? extends Block> kind) throws IOException {
    LetterTemplate template = LetterTemplateFiles.read().find(key).orElseThrow();
    return template.fill("标题", "某镇", "1号", "某日", data).blocks().stream()
        .filter(kind::isInstance)
        .flatMap(Block::texts)
        .toList();
  }

  @Test
  void aFaultyTemplateSaysWhereItGoesWrong() {
    assertThatThrownBy(() -> read("name: x\nlook: letter\nasks: {}\nblocks:\n  - text: '{{#a}}'\n"))
        .isInstanceOf(LetterTemplate.Fault.class)
        .hasMessageStartingWith("letter t: ");
    assertThatThrownBy(() -> read("name: x\nlook: letter\nasks: {}\nblocks:\n  - picture: x\n"))
        .hasMessage("letter t: no block is called picture");
    assertThatThrownBy(() -> read("name: x\nlook: letter\nasks: {}\n"))
        .hasMessageContaining("blocks should be a list");
  }

  private static LetterTemplate read(String yaml) {
    return LetterTemplate.read("t", new Yaml().load(yaml));
  }

  @ParameterizedTest
  @CsvSource({"{issuer}案移〔{year}〕{n}号, 某政案移〔2026〕12号", "〔{year}〕第{n}号, 〔2026〕第12号"})
  void numbersFollowTheCountysFormat(String pattern, String number) {
    assertThat(new NumberFormat(pattern).number("某政", 2026, 12)).isEqualTo(number);
    assertThat(new NumberFormat("{issuer}{n}").number("$1\\", 2026, 1)).isEqualTo("$1\\1");
  }

  @Test
  void aFormatWithoutItsNumberIsNone() {
    for (String pattern : List.of("{issuer}案移〔{year}〕号", "{n}{place}", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new NumberFormat(pattern));
    }
  }

  @Test
  void whatTurnsOrHidesTheWritingIsTakenOut() {
    assertThat(Characters.clean("a\u202eb\u0000c\td\u200be\n𠮷\ud800f\uffffg"))
        .isEqualTo("abc de\n𠮷fg");
  }
}
