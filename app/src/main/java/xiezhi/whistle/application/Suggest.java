package xiezhi.whistle.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Letters;
import xiezhi.flow.Called;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism.ListedName;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.whistle.domain.Suggestion;
import xiezhi.whistle.domain.WhistleRegister;

/**
 * 建议权: of a township, on the people a department sends it. Seen by the two parties and the
 * organisation department; coordination and supervision do not see it (coverage §6 #33).
 */
@Service
@Transactional
public class Suggest {
  private final Desk desk;
  private final Called named;
  private final WhistleRegister register;
  private final Bodies bodies;
  private final Letters letters;
  private final Correspondence correspondence;
  private final Obligations obligations;

  Suggest(
      Desk desk,
      Called named,
      WhistleRegister register,
      Bodies bodies,
      Letters letters,
      Correspondence correspondence,
      Obligations obligations) {
    this.desk = desk;
    this.named = named;
    this.register = register;
    this.bodies = bodies;
    this.letters = letters;
    this.correspondence = correspondence;
    this.obligations = obligations;
  }

  /** What may be suggested here, and by which rule. */
  @Transactional(readOnly = true)
  public List<ListedName> kinds() {
    return desk.mechanism(desk.now()).listed("suggestion_types");
  }

  public UUID make(BodyId to, String kind, String about, String words) {
    Instant now = desk.now();
    Body caller = bodies.legalBodyOf(CurrentActor.get().body());
    desk.mayActFor(caller.id()).and(mayCall(caller)).orThrow();
    List<String> known = kinds().stream().map(ListedName::name).toList();
    if (!known.contains(kind)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "whistle.not-to-be-suggested",
              known.isEmpty()
                  ? "The county's mechanism gives no right to suggest."
                  : "What may be suggested here: " + String.join(", ", known) + ".",
              Map.of("known", known, "found", kind))
          .exception();
    }
    Body called = bodies.get(to);
    BodyId organisation =
        named.body(desk.mechanism(now), "organisation-department").map(Body::id).orElse(null);
    String post = Texts.required("about", about, 200);
    String reason = Texts.required("words", words, 5_000);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("to", called.name());
    data.put("kind", kind);
    data.put("subject", post);
    data.put("content", reason);
    Letters.Letter letter = letters.issue("suggestion", caller.id(), desk.today(now), data);
    Change<Suggestion> change =
        Suggestion.make(
            caller.id(),
            called.id(),
            organisation,
            kind,
            post,
            reason,
            new Suggestion.Letter(letter.id(), letter.number()),
            desk.step(now, ""));
    register.insert(desk.county(), change.after());
    told(now, change);
    tell(now, change.after(), called.id(), change.event());
    if (organisation != null) {
      tell(now, change.after(), organisation, change.event());
    }
    return change.after().id();
  }

  private static Permission mayCall(Body caller) {
    return caller.kind() == BodyKind.TOWNSHIP
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "whistle.townships-only",
                "Townships and sub-districts suggest; you sit at " + caller.name() + ".",
                Map.of("body", caller.name())));
  }

  public void answer(UUID id, int version, String words) {
    Instant now = desk.now();
    Suggestion s = get(id);
    if (s.version() != version) {
      throw WhistleRegister.changedMeanwhile().exception();
    }
    mayAnswer(s).orThrow();
    Change<Suggestion> change = s.answer(desk.step(now, Texts.required("answer", words, 5_000)));
    register.update(desk.county(), change.after());
    told(now, change);
    tell(now, change.after(), s.caller(), change.event());
  }

  private Permission mayAnswer(Suggestion s) {
    return desk.mayActFor(s.called()).and(s.mayAnswer());
  }

  private void told(Instant now, Change<Suggestion> change) {
    Suggestion s = change.after();
    desk.happened(
        now,
        s.reference(),
        true,
        change,
        Facts.NONE,
        Map.of("caller", s.caller(), "called", s.called()),
        null);
    Suggestion.Letter letter = s.letter();
    List<BodyId> receivers = new ArrayList<>(List.of(s.called()));
    BodyId organisation = s.organisation();
    if (organisation != null) {
      receivers.add(organisation);
    }
    correspondence.put(
        now,
        new Correspondence.Letter(
            "suggestion",
            s.reference(),
            null,
            s.kind() + "：" + s.about(),
            s.caller(),
            receivers,
            s.stage().key(),
            s.stage() == Suggestion.Stage.MADE
                ? Correspondence.State.OPEN
                : Correspondence.State.CLOSED,
            letter == null ? null : letter.number(),
            "/suggestions/" + s.id(),
            true));
  }

  /** The sentence says nothing of whom it is about: it is read over shoulders. */
  private void tell(Instant now, Suggestion s, BodyId to, String code) {
    desk.notify(now, to, Desk.WORKING, code, null, "/suggestions/" + s.id(), Map.of());
  }

  private boolean maySee(Suggestion s) {
    BodyId organisation = s.organisation();
    return works(s.caller()) || works(s.called()) || (organisation != null && works(organisation));
  }

  private boolean works(BodyId body) {
    return desk.mayActFor(body).isAllowed();
  }

  private Suggestion get(UUID id) {
    return register
        .suggestion(desk.county(), id)
        .filter(this::maySee)
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "whistle.unknown",
                        "There is no such suggestion, or it is not yours to see.")
                    .exception());
  }

  /** One suggestion with what may be done. */
  public record Page(
      Suggestion suggestion, List<ObligationView> obligations, Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public Page page(UUID id) {
    Suggestion s = get(id);
    return new Page(
        s, obligations.of(s.reference(), desk.now()), Map.of("answerSuggestion", mayAnswer(s)));
  }

  @Transactional(readOnly = true)
  public Letters.Rendered letter(UUID id, Letters.Format format) {
    Suggestion.Letter letter = get(id).letter();
    return letters.renderIfAny(letter == null ? null : letter.id(), format);
  }

  @Transactional(readOnly = true)
  public List<Suggestion> list(@Nullable UUID before, int limit) {
    BodyId own = CurrentActor.get().body();
    return desk.mayActFor(own).isAllowed()
        ? register.suggestions(desk.county(), bodies.deskOf(own), before, limit)
        : List.of();
  }
}
