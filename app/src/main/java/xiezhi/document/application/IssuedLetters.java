package xiezhi.document.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Letters;
import xiezhi.document.domain.FileName;
import xiezhi.document.domain.LetterBook;
import xiezhi.document.domain.LetterTemplate;
import xiezhi.document.domain.LetterTemplates;
import xiezhi.document.domain.LetterText;
import xiezhi.document.domain.NumberFormat;
import xiezhi.document.rendering.LetterRenderers;
import xiezhi.ledger.Ledger;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** Numbers a letter, keeps what it says, and makes a file of it whenever somebody asks. */
@Service
class IssuedLetters implements Letters {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");

  private final LetterTemplates templates;
  private final LetterBook book;
  private final LetterRenderers renderers;
  private final Mechanisms mechanisms;
  private final Bodies bodies;
  private final Ledger ledger;
  private final Clock clock;

  IssuedLetters(
      LetterTemplates templates,
      LetterBook book,
      LetterRenderers renderers,
      Mechanisms mechanisms,
      Bodies bodies,
      Ledger ledger,
      Clock clock) {
    this.templates = templates;
    this.book = book;
    this.renderers = renderers;
    this.mechanisms = mechanisms;
    this.bodies = bodies;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Letter issue(String template, BodyId issuer, LocalDate on, Map<String, Object> data) {
    Actor actor = CurrentActor.get();
    LetterTemplate form = template(template);
    List<String> lacking = form.lacking(data);
    if (!lacking.isEmpty()) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.MALFORMED,
              "document.letter-lacks",
              "The letter '"
                  + form.name()
                  + "' cannot go out without "
                  + String.join(", ", lacking),
              Map.of("template", template, "lacking", lacking)));
    }
    Mechanism mechanism = mechanisms.inForce(actor.county(), on);
    Body body = bodies.get(issuer);
    NumberFormat format = format(mechanism, template);
    long n = book.nextNumber(actor.county(), issuer, template, on.getYear());
    String number = format.number(body.shortName(), on.getYear(), n);
    LetterText text = form.fill(title(mechanism, form), body.name(), number, DAY.format(on), data);
    UUID id = Ids.next();
    var now = clock.instant();
    String hash =
        book.add(
            actor.county(),
            new LetterBook.Issued(id, template, issuer, on, now, actor.account(), text));
    ledger.record(
        now,
        "letter.issued",
        "letter:" + id,
        null,
        Map.of("template", template, "issuer", issuer, "number", number, "on", on, "hash", hash));
    return new Letter(id, number, text.title());
  }

  @Override
  @Transactional(readOnly = true)
  public Rendered preview(
      String template, BodyId issuer, LocalDate on, Map<String, Object> data, Format format) {
    LetterTemplate form = template(template);
    Mechanism mechanism = mechanisms.inForce(CurrentActor.get().county(), on);
    Body body = bodies.get(issuer);
    String number = format(mechanism, template).unnumbered(body.shortName(), on.getYear());
    LetterText text = form.fill(title(mechanism, form), body.name(), number, DAY.format(on), data);
    return rendered(text, text.title(), format);
  }

  @Override
  @Transactional(readOnly = true)
  public Rendered render(UUID letter, Format format) {
    LetterText text =
        book.find(CurrentActor.get().county(), letter)
            .map(LetterBook.Issued::text)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "document.no-such-letter",
                            "There is no letter " + letter,
                            Map.of("letter", letter.toString()))));
    return rendered(text, text.number() + " " + text.title(), format);
  }

  private Rendered rendered(LetterText text, String name, Format format) {
    String extension =
        switch (format) {
          case DOCX -> ".docx";
          case PDF -> ".pdf";
        };
    return new Rendered(
        FileName.clean(name + extension),
        switch (format) {
          case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
          case PDF -> "application/pdf";
        },
        renderers.of(format).render(text));
  }

  private LetterTemplate template(String key) {
    return templates
        .find(key)
        .orElseThrow(() -> new IllegalArgumentException("no letter is called " + key));
  }

  /** What the county calls it, or what it is called. */
  private static String title(Mechanism mechanism, LetterTemplate template) {
    Mechanism.LetterForm form = mechanism.letters().get(template.key());
    String name = form == null ? null : form.zh();
    return name == null ? template.name() : name;
  }

  private static NumberFormat format(Mechanism mechanism, String template) {
    Mechanism.LetterForm form = mechanism.letters().get(template);
    String number = form == null ? null : form.number();
    if (number == null) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.RULE,
              "document.no-number-format",
              "The mechanism of "
                  + mechanism.county()
                  + " does not say how the letter '"
                  + template
                  + "' is numbered (section letters)",
              Map.of("template", template)));
    }
    return new NumberFormat(number);
  }
}
