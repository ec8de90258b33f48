package xiezhi.whistle.application;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.TimeLimit;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;
import xiezhi.whistle.domain.Call;
import xiezhi.whistle.domain.WhistleRegister;

/** 吹哨、督办: a township calls, the departments come or do not, the township confirms or reports. */
@Service
@Transactional
public class BlowWhistle {
  /** As many bodies as one whistle may call. */
  private static final int MOST = 50;

  private final Desk desk;
  private final WhistleDesk own;
  private final WhistleRegister register;
  private final Matters matters;
  private final Bodies bodies;
  private final Letters letters;
  private final Correspondence correspondence;
  private final Obligations obligations;

  BlowWhistle(
      Desk desk,
      WhistleDesk own,
      WhistleRegister register,
      Matters matters,
      Bodies bodies,
      Letters letters,
      Correspondence correspondence,
      Obligations obligations) {
    this.desk = desk;
    this.own = own;
    this.register = register;
    this.matters = matters;
    this.bodies = bodies;
    this.letters = letters;
    this.correspondence = correspondence;
    this.obligations = obligations;
  }

  /**
   * What is typed.
   *
   * @param to the bodies that are called or urged
   * @param limit the time to answer in; null if none is set
   */
  public record Calling(
      Call.Kind kind,
      @Nullable MatterId matter,
      List<BodyId> to,
      String subject,
      String words,
      @Nullable TimeLimit limit) {}

  /** The same whistle to each; each answers for itself. */
  public UUID blow(Calling c) {
    Instant now = desk.now();
    BodyId caller = caller();
    if (c.to().isEmpty() || c.to().size() > MOST) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "whistle.nobody-called",
              "Say whom it calls: 1 to " + MOST + " bodies; found " + c.to().size() + ".",
              Map.of("found", c.to().size(), "most", MOST))
          .exception();
    }
    if (c.kind() == Call.Kind.URGING) {
      Facts said =
          Facts.NONE.with("fields", c.limit() == null ? List.of() : List.of("handling-limit"));
      desk.mechanism(now).gates("urging.send", said).orThrow();
    }
    Matter matter = c.matter() == null ? null : desk.matter(c.matter());
    String subject = Texts.required("subject", c.subject(), 200);
    String words = Texts.required("words", c.words(), 5_000);
    UUID whistle = Ids.next();
    Set<BodyId> all = new LinkedHashSet<>(c.to());
    // those called stay in the order in which they were named
    Iterator<UUID> ids = Stream.generate(Ids::next).limit(all.size()).sorted().iterator();
    for (BodyId to : all) {
      Body called = bodies.get(to);
      Letters.Letter letter =
          letters.issue(
              c.kind().key(), caller, desk.today(now), letter(matter, called, subject, words, c));
      Change<Call> change =
          Call.send(
              ids.next(),
              whistle,
              c.kind(),
              c.matter(),
              caller,
              called.id(),
              subject,
              c.limit(),
              new Call.Letter(letter.id(), letter.number()),
              desk.step(now, words));
      register.insert(desk.county(), change.after());
      if (matter != null) {
        matters.open(matter.id(), List.of(called.id()), now);
      }
      told(now, change);
      tell(now, change.after(), called.id(), change.event());
    }
    return whistle;
  }

  private Map<String, Object> letter(
      @Nullable Matter matter, Body to, String subject, String words, Calling c) {
    Map<String, Object> data = new LinkedHashMap<>();
    TimeLimit limit = c.limit();
    data.put("to", to.name());
    data.put("subject", subject);
    data.put("matterNumber", matter == null ? "—" : matter.number());
    data.put("place", matter == null ? "" : matter.place().address());
    data.put("content", words);
    data.put("due", limit == null ? "" : inWords(limit));
    data.put("contact", CurrentActor.get().name());
    return data;
  }

  private static String inWords(TimeLimit limit) {
    int n = limit.amount();
    return switch (limit.unit()) {
      case MINUTE -> n + "分钟内";
      case HOUR -> n + "小时内";
      case WORKING_DAY -> n + "个工作日内";
      case CALENDAR_DAY -> n + "日内";
      case MONTH -> n + "个月内";
      case SAME_DAY -> "当日内";
    };
  }

  /** Whose desk calls: a township's, or its team's in its name. */
  private BodyId caller() {
    Actor actor = CurrentActor.get();
    Body legal = bodies.legalBodyOf(actor.body());
    desk.mayActFor(actor.body()).orThrow();
    if (legal.kind() != BodyKind.TOWNSHIP) {
      throw Refusal.of(
              Refusal.Kind.FORBIDDEN,
              "whistle.townships-only",
              "Townships and sub-districts call and urge; you sit at " + legal.name() + ".",
              Map.of("body", legal.name()))
          .exception();
    }
    return legal.id();
  }

  public void reportIn(UUID id, int version, String people) {
    Instant now = desk.now();
    Call c = get(id, version);
    desk.mayActFor(c.called()).and(c.mayReportIn()).orThrow();
    String who = Texts.required("people", people, 500);
    apply(now, c.reportIn(who, desk.step(now, who)), c.caller());
  }

  public void arrive(UUID id, int version) {
    Instant now = desk.now();
    Call c = get(id, version);
    desk.mayActFor(c.called()).and(c.mayArrive()).orThrow();
    apply(now, c.arrive(desk.step(now, "")), c.caller());
  }

  /** The work is done, or the urging answered. */
  public void finish(UUID id, int version, String result) {
    Instant now = desk.now();
    Call c = get(id, version);
    desk.mayActFor(c.called()).and(c.mayFinish()).orThrow();
    apply(now, c.finish(desk.step(now, Texts.required("result", result, 5_000))), c.caller());
  }

  /** Will not come; the reason may be left out, and then that is what is seen. */
  public void refuse(UUID id, int version, String reason) {
    Instant now = desk.now();
    Call c = get(id, version);
    desk.mayActFor(c.called()).and(c.mayRefuse()).orThrow();
    apply(now, c.refuse(desk.step(now, Texts.optional("reason", reason, 2_000))), c.caller());
  }

  public void confirm(UUID id, int version, String words) {
    Instant now = desk.now();
    Call c = get(id, version);
    own.mayDecide(c).and(c.mayConfirm()).orThrow();
    Call after =
        apply(now, c.confirm(desk.step(now, Texts.optional("words", words, 2_000))), c.called());
    release(now, after, "confirmed");
  }

  public void sendBack(UUID id, int version, String reason) {
    Instant now = desk.now();
    Call c = get(id, version);
    own.mayDecide(c).and(c.mayConfirm()).orThrow();
    apply(now, c.sendBack(desk.step(now, Texts.required("reason", reason, 2_000))), c.called());
  }

  public void withdraw(UUID id, int version, String reason) {
    Instant now = desk.now();
    Call c = get(id, version);
    own.mayDecide(c).and(c.mayWithdraw()).orThrow();
    Call after =
        apply(now, c.withdraw(desk.step(now, Texts.required("reason", reason, 2_000))), c.called());
    release(now, after, "withdrawn");
  }

  private void release(Instant now, Call c, String why) {
    MatterId matter = c.matter();
    if (matter == null) {
      obligations.release(now, c.reference(), c.kind().key() + "." + why);
    } else {
      obligations.release(now, matter, c.reference(), c.kind().key() + "." + why);
    }
  }

  /** 报告: one act of a person; to whom is the county's rule. */
  public void report(UUID id, int version, String words) {
    Instant now = desk.now();
    Call c = get(id, version);
    own.mayReport(c, now).orThrow();
    Body to =
        own.reportTo(c, now)
            .map(ReadWhistles.ReportTo::body)
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.RULE,
                            "whistle.no-report-route",
                            "This county names nobody to whom it is reported.")
                        .exception());
    String report = Texts.required("report", words, 5_000);
    MatterId matter = c.matter();
    Map<String, Object> data = new LinkedHashMap<>();
    Call.Letter sent = c.letter();
    data.put("to", to.name());
    data.put("subject", c.subject());
    data.put("notified", desk.name(c.called()));
    data.put("notifiedAt", desk.minute(c.sentAt()));
    data.put("notice", sent == null ? "" : sent.number());
    data.put("content", report);
    data.put("contact", CurrentActor.get().name());
    Letters.Letter told = letters.issue("whistle-report", c.caller(), desk.today(now), data);
    if (matter != null) {
      matters.open(matter, List.of(to.id()), now);
    }
    Call after =
        apply(
            now,
            c.report(to.id(), new Call.Letter(told.id(), told.number()), desk.step(now, report)),
            c.called());
    tell(now, after, to.id(), after.kind().key() + ".reported");
  }

  private Call apply(Instant now, Change<Call> change, BodyId tell) {
    register.update(desk.county(), change.after());
    told(now, change);
    tell(now, change.after(), tell, change.event());
    return change.after();
  }

  private void told(Instant now, Change<Call> change) {
    Call c = change.after();
    MatterId matter = c.matter();
    if (matter == null) {
      desk.happened(
          now, c.reference(), false, change, WhistleDesk.facts(c), WhistleDesk.roles(c), c.limit());
    } else {
      desk.happened(
          now,
          desk.matter(matter),
          c.reference(),
          change,
          WhistleDesk.facts(c),
          WhistleDesk.roles(c),
          c.limit());
    }
    Call.Letter letter = c.letter();
    Set<BodyId> receivers = new LinkedHashSet<>(List.of(c.called()));
    BodyId reported = c.reportedTo();
    if (reported != null) {
      receivers.add(reported);
    }
    correspondence.put(
        now,
        new Correspondence.Letter(
            c.kind().key(),
            c.reference(),
            matter,
            c.subject(),
            c.caller(),
            receivers,
            c.stage().key(),
            state(c),
            letter == null ? null : letter.number(),
            link(c),
            false));
  }

  private static Correspondence.State state(Call c) {
    return switch (c.stage()) {
      case SENT, REPORTED -> Correspondence.State.OPEN;
      case REPORTED_IN, ARRIVED, DONE, REFUSED -> Correspondence.State.ANSWERED;
      case CONFIRMED -> Correspondence.State.CLOSED;
      case WITHDRAWN -> Correspondence.State.WITHDRAWN;
    };
  }

  private static String link(Call c) {
    return "/whistles/" + c.whistle();
  }

  private void tell(Instant now, Call c, BodyId to, String code) {
    MatterId matter = c.matter();
    desk.notify(
        now,
        to,
        Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER, Role.COORDINATOR),
        code,
        matter == null ? null : desk.matter(matter),
        link(c),
        Map.of("words", c.lastStep().note(), "title", c.subject()));
  }

  private Call get(UUID id, int version) {
    Call c = own.get(id);
    if (c.version() != version) {
      throw WhistleRegister.changedMeanwhile().exception();
    }
    return c;
  }
}
