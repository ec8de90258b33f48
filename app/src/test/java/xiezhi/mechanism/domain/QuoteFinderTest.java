package xiezhi.mechanism.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.source.PackagedMechanisms;
import xiezhi.shared.CountyCode;

class QuoteFinderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          应当移送               | 应当移送
          应当移送,并告知        | 应当移送，并告知
          “立即”报告             | "立即"报告
          〔2024〕1号            | [2024]1号
          在 3 个工作日内        | 在3个工作日内
          应当移送。             | 应当移送
          """)
  void aQuoteIsFoundHoweverItWasTyped(String quote, String printed) {
    String text = "前文𠮷。\n　　" + printed + "；后文。";

    QuoteFinder.Range range = new QuoteFinder(text).find(quote);

    int start = text.indexOf(printed);
    assertThat(range).isEqualTo(new QuoteFinder.Range(start, start + printed.length()));
  }

  @Test
  void aQuoteMayRunOverLines() {
    String text = "应当\n　　移送。";

    assertThat(new QuoteFinder(text).find("应当移送")).isEqualTo(new QuoteFinder.Range(0, 7));
  }

  @Test
  void otherWordsAreNotFound() {
    assertThat(new QuoteFinder("应当移送").find("可以移送")).isNull();
    assertThat(new QuoteFinder("应当移送").find("。")).isNull();
  }

  static java.util.List<CountyCode> counties() {
    return PackagedMechanisms.counties();
  }

  @ParameterizedTest
  @MethodSource("counties")
  void everyClauseOfThePackagedCountiesStandsInItsInstrument(CountyCode county) {
    Mechanism mechanism = PackagedMechanisms.bundle(county).read().orThrow();
    for (Mechanism.Instrument instrument : mechanism.instruments()) {
      QuoteFinder text = new QuoteFinder(instrument.text());

      assertThat(mechanism.clauses())
          .filteredOn(clause -> clause.instrument().equals(instrument.id()))
          .allSatisfy(clause -> assertThat(text.find(clause.quote())).as(clause.id()).isNotNull());
    }
  }
}
