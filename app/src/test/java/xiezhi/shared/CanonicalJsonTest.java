package xiezhi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void writesEachValueInOneWay() {
    assertThat(CanonicalJson.of(Map.of("b", List.of(1, 2L, true), "a", "饭店")))
        .isEqualTo("{\"a\":\"饭店\",\"b\":[1,2,true]}");
    assertThat(CanonicalJson.of(Set.of("乙", "甲", "丙"))).isEqualTo("[\"丙\",\"乙\",\"甲\"]");
    assertThat(CanonicalJson.of("\u0000\b\t\n\f\r\u001f\"\\/\u007f𠮷"))
        .isEqualTo("\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u007f𠮷\"");
    assertThat(CanonicalJson.of("a\ud842b\udfb7")).isEqualTo("\"a\ufffdb\ufffd\"");
  }

  @Test
  void onlyWholeNumbersThatEveryReaderHoldsAreNumbers() {
    assertThat(CanonicalJson.of((1L << 53) - 1)).isEqualTo("9007199254740991");
    assertThat(CanonicalJson.of(1L << 53)).isEqualTo("\"9007199254740992\"");
    assertThat(CanonicalJson.of(Long.MIN_VALUE)).isEqualTo("\"-9223372036854775808\"");
    assertThat(CanonicalJson.of(new BigDecimal("1E+3"))).isEqualTo("\"1000\"");
    assertThat(CanonicalJson.of(24.50)).isEqualTo("\"24.5\"");
  }

  @Test
  void datesInstantsAndIdentifiersAreTexts() {
    assertThat(
            CanonicalJson.of(
                List.of(
                    LocalDate.parse("2026-02-13"),
                    Instant.parse("2026-02-13T01:00:00Z"),
                    new BodyId("000000-x"))))
        .isEqualTo("[\"2026-02-13\",\"2026-02-13T01:00:00Z\",\"000000-x\"]");
  }

  @Property(tries = 300)
  void whatWasWrittenReadsBackAndIsWrittenTheSameAgain(@ForAll("documents") Object document) {
    String written = CanonicalJson.of(document);

    Object read = JSON.readValue(written, Object.class);

    assertThat(CanonicalJson.of(read)).isEqualTo(written);
    assertThat(JSON.valueToTree(read).toString()).isEqualTo(JSON.valueToTree(document).toString());
  }

  @Property(tries = 200)
  void theOrderInWhichFactsWereGivenDoesNotMatter(
      @ForAll Map<String, Integer> facts, @ForAll long seed) {
    var keys = new ArrayList<>(facts.keySet());
    Collections.shuffle(keys, new java.util.Random(seed));
    var shuffled = new LinkedHashMap<String, Integer>();
    keys.forEach(key -> shuffled.put(key, facts.get(key)));

    assertThat(CanonicalJson.of(shuffled)).isEqualTo(CanonicalJson.of(facts));
  }

  @Provide
  static Arbitrary<Object> documents() {
    return Arbitraries.lazyOf(
        () -> text().map(t -> t),
        () -> Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).map(n -> n),
        () -> Arbitraries.of(true, false).map(b -> b),
        () -> documents().list().ofMaxSize(4).map(l -> l),
        () ->
            Arbitraries.maps(text(), documents())
                .ofMaxSize(4)
                .map(m -> new java.util.TreeMap<>(m)));
  }

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha(),
        Arbitraries.strings().withCharRange('\u0000', '\u0080'),
        Arbitraries.of("綜合行政執法", "𠮷野家", "\u202e", "\ufffd", "饭店〔2026〕1号"));
  }
}
