package xiezhi.document.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.document.LetterSamples;
import xiezhi.document.Letters;
import xiezhi.document.Letters.Format;
import xiezhi.document.Letters.Letter;
import xiezhi.document.domain.LetterTemplates;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestDatabase;

@PlatformTest
class IssuedLettersTest {
  private static final LocalDate ON = LocalDate.of(2026, 2, 13);

  @Autowired Letters letters;
  @Autowired LetterTemplates templates;
  @Autowired Mechanisms mechanisms;
  @Autowired Bodies bodies;
  @Autowired PlatformTransactionManager transactions;

  private CountyCode county;
  private Actor signer;
  private Body issuer;

  @BeforeEach
  void somebodySigns() {
    county = mechanisms.counties().getFirst();
    issuer =
        CurrentActor.as(
            Actor.platform(county),
            () ->
                bodies.of(county).stream()
                    .filter(body -> body.kind() == BodyKind.DEPARTMENT)
                    .findFirst()
                    .orElseThrow());
    signer = new Actor(new AccountId("wang"), "王五", county, issuer.id(), Set.of(Role.SIGNER));
  }

  @Test
  void numbersGoOnWithoutAGapForEachBodyLetterAndYear() {
    long first = n(issue("transfer", ON));
    long second = n(issue("transfer", ON));
    long other = n(issue("return", ON));
    long nextOther = n(issue("return", ON));
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      letters.issue("transfer", issuer.id(), ON, LetterSamples.everything());
                      throw new IllegalStateException("and then it failed");
                    }))
        .hasMessage("and then it failed");
    long third = n(issue("transfer", ON));

    assertThat(second).isEqualTo(first + 1);
    assertThat(third).isEqualTo(second + 1);
    assertThat(nextOther).isEqualTo(other + 1);
    assertThat(issue("transfer", ON).number())
        .startsWith(issuer.shortName())
        .contains("〔2026〕")
        .endsWith("号");
    assertThat(issue("transfer", LocalDate.of(2025, 12, 31)).number()).contains("〔2025〕");
  }

  @Test
  void manySignersAtOnceGetDifferentNumbersInARow() throws Exception {
    long before = n(issue("result", ON));
    var numbers = new ArrayList<Long>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<Letter>> all =
          IntStream.range(0, 24).mapToObj(_ -> threads.submit(() -> issue("result", ON))).toList();
      for (Future<Letter> one : all) {
        numbers.add(n(one.get()));
      }
    }

    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 24).mapToObj(i -> before + i).toList());
  }

  @Test
  void anIssuedLetterSaysWhatItSaidThenAndIsFoundOnlyInItsCounty() throws IOException {
    Letter letter = issue("transfer", ON);

    var docx = as(() -> letters.render(letter.id(), Format.DOCX));
    var pdf = as(() -> letters.render(letter.id(), Format.PDF));

    assertThat(text(docx.content()))
        .contains(letter.number(), letter.title(), issuer.name(), "2026年2月13日", "某某县住房和城乡建设局：");
    assertThat(docx.fileName()).startsWith(letter.number()).endsWith(".docx");
    assertThat(pdf.fileName()).endsWith(".pdf");
    assertThat(new String(pdf.content(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    CountyCode elsewhere = mechanisms.counties().getLast();
    assertThat(elsewhere).isNotEqualTo(county);
    assertThatThrownBy(
            () ->
                CurrentActor.as(
                    Actor.platform(elsewhere), () -> letters.render(letter.id(), Format.PDF)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aDraftHasNoNumberAndLeavesNone() throws IOException {
    long before = n(issue("transfer", ON));

    var draft =
        as(
            () ->
                letters.preview(
                    "transfer", issuer.id(), ON, LetterSamples.everything(), Format.DOCX));

    assertThat(text(draft.content())).contains("〔2026〕\u3000号");
    assertThat(n(issue("transfer", ON))).isEqualTo(before + 1);
  }

  @Test
  void aLetterThatLacksWhatItMustHaveDoesNotGoOut() {
    assertThatThrownBy(
            () ->
                inTransaction(() -> letters.issue("transfer", issuer.id(), ON, Map.of("to", "某局"))))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo("document.letter-lacks");
              assertThat(e.refusals().getFirst().details().get("lacking"))
                  .isEqualTo(List.of("matterNumber"));
            });
    assertThatThrownBy(
            () -> as(() -> letters.issue("transfer", issuer.id(), ON, LetterSamples.everything())))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void everyLetterHasANumberInEveryCounty() {
    for (CountyCode each : mechanisms.counties()) {
      Mechanism mechanism =
          CurrentActor.as(Actor.platform(each), () -> mechanisms.inForce(each, ON));
      for (String template : templates.keys()) {
        var form = mechanism.letters().get(template);
        assertThat(form == null ? "" : form.number()).as(each + " " + template).contains("{n}");
      }
    }
  }

  @Test
  void nobodyRewritesALetter() {
    issue("transfer", ON);

    assertThatThrownBy(
            () -> {
              try (var c = TestDatabase.shared().asApplication();
                  var s = c.createStatement()) {
                s.execute("update document.letter set content = 'x'");
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  private Letter issue(String template, LocalDate on) {
    return inTransaction(
        () -> letters.issue(template, issuer.id(), on, LetterSamples.everything()));
  }

  private static long n(Letter letter) {
    return Long.parseLong(letter.number().replaceAll(".*〕([0-9]+)号", "$1"));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return as(
        () ->
            java.util.Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(_ -> work.get())));
  }

  private <T> T as(Supplier<T> work) {
    return CurrentActor.as(signer, work);
  }

  private static String text(byte[] docx) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
        var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }
}
