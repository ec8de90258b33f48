package xiezhi.whistle.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Rule;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.whistle.domain.Call;
import xiezhi.whistle.domain.WhistleRegister;

/** 吹哨、督办 as they are read. */
@Service
@Transactional(readOnly = true)
public class ReadWhistles {
  private final Desk desk;
  private final WhistleDesk own;
  private final WhistleRegister register;
  private final Bodies bodies;
  private final Letters letters;
  private final Obligations obligations;

  ReadWhistles(
      Desk desk,
      WhistleDesk own,
      WhistleRegister register,
      Bodies bodies,
      Letters letters,
      Obligations obligations) {
    this.desk = desk;
    this.own = own;
    this.register = register;
    this.bodies = bodies;
    this.letters = letters;
    this.obligations = obligations;
  }

  /** To whom, and by which rule. */
  public record ReportTo(Body body, Rule rule) {}

  /** One call with what may be done, and to whom silence would be reported. */
  public record Line(
      Call call,
      @Nullable ReportTo reportTo,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  /** All calls of one whistle that the actor may see; the called know of each other. */
  public List<Line> whistle(UUID whistle) {
    Instant now = desk.now();
    List<Call> calls = register.ofWhistle(desk.county(), whistle);
    if (calls.stream().noneMatch(own::maySee)) {
      throw WhistleDesk.unknown().exception();
    }
    return calls.stream().map(c -> line(c, now)).toList();
  }

  private Line line(Call c, Instant now) {
    MatterId matter = c.matter();
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("reportIn", desk.mayActFor(c.called()).and(c.mayReportIn()));
    acts.put("arriveAtWhistle", desk.mayActFor(c.called()).and(c.mayArrive()));
    acts.put("finishWhistle", desk.mayActFor(c.called()).and(c.mayFinish()));
    acts.put("refuseWhistle", desk.mayActFor(c.called()).and(c.mayRefuse()));
    acts.put("confirmWhistle", own.mayDecide(c).and(c.mayConfirm()));
    acts.put("sendBackWhistle", own.mayDecide(c).and(c.mayConfirm()));
    acts.put("reportWhistle", own.mayReport(c, now));
    acts.put("withdrawWhistle", own.mayDecide(c).and(c.mayWithdraw()));
    List<ObligationView> owed = obligations.on(matter, c.reference(), now);
    return new Line(c, own.reportTo(c, now).orElse(null), owed, acts);
  }

  /**
   * @param reported the report to the government; else the whistle or urging itself
   */
  public Letters.Rendered letter(UUID call, boolean reported, Letters.Format format) {
    Call c = own.get(call);
    Call.Letter letter = reported ? c.reportLetter() : c.letter();
    if (letter == null) {
      throw Refusal.of(Refusal.Kind.UNKNOWN, "letter.unknown", "There is no such letter of it.")
          .exception();
    }
    return letters.render(letter.id(), format);
  }

  public UUID whistleOf(UUID call) {
    return own.get(call).whistle();
  }

  public List<Call> list(boolean county, boolean open, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    boolean all = county && WhistleDesk.seesAll();
    return register.list(
        actor.county(), all ? List.of() : bodies.deskOf(actor.body()), open, before, limit);
  }

  /** How quickly each comes: the county's ranking. */
  public List<WhistleRegister.Response> responses() {
    return register.responses(desk.county());
  }
}
