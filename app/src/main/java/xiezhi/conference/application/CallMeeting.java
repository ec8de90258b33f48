package xiezhi.conference.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.conference.application.MeetingRules.Convener;
import xiezhi.conference.application.MeetingRules.Members;
import xiezhi.conference.application.MeetingRules.Series;
import xiezhi.conference.domain.Meeting;
import xiezhi.conference.domain.Meeting.AgendaItem;
import xiezhi.conference.domain.Meeting.Invitation;
import xiezhi.conference.domain.MeetingRegister;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Mechanism;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 召集: a meeting of a series, one at once, or one on a special matter. */
@Service
@Transactional
public class CallMeeting {
  private final Desk desk;
  private final MeetingDesk own;
  private final MeetingRules rules;
  private final MeetingRegister meetings;

  CallMeeting(Desk desk, MeetingDesk own, MeetingRules rules, MeetingRegister meetings) {
    this.desk = desk;
    this.own = own;
    this.rules = rules;
    this.meetings = meetings;
  }

  /** An item that somebody brings to a meeting. */
  public record Item(
      String series,
      String part,
      String title,
      String content,
      String listedAs,
      @Nullable MatterId matter) {}

  /**
   * What somebody typed.
   *
   * @param series several if it is recorded as combined; empty for one of no series
   * @param township whose meeting it is; null for the county's, or the own one
   * @param invited beside the members of the series
   * @param from null for at once
   */
  public record Draft(
      Meeting.Kind kind,
      Set<String> series,
      String title,
      @Nullable BodyId township,
      String trigger,
      String reason,
      @Nullable Instant from,
      @Nullable Instant to,
      String place,
      List<BodyId> invited,
      List<BodyId> leftOut,
      List<Item> items) {}

  /** What a meeting of these series would be like; nothing is written. */
  @Transactional(readOnly = true)
  public Proposal propose(Set<String> series, @Nullable BodyId township) {
    Mechanism mechanism = desk.mechanism(desk.now());
    List<Series> known = rules.known(mechanism, series);
    BodyId of = township(known, township);
    Convener by = rules.convener(desk.county(), mechanism, series, of, own.ours());
    List<Invitation> invited = invited(mechanism, known, of, List.of(), List.of());
    return new Proposal(
        by.convener(),
        by.office(),
        of,
        invited,
        rules.parts(mechanism, series),
        rules.terms(mechanism, series).stream().map(ReadMeetings::view).toList());
  }

  public record Proposal(
      BodyId convener,
      BodyId office,
      @Nullable BodyId township,
      List<Invitation> invited,
      Map<String, List<String>> parts,
      List<ReadMeetings.GoverningTerm> terms) {}

  public UUID call(Draft draft) {
    Instant now = desk.now();
    Mechanism mechanism = desk.mechanism(now);
    List<Series> known = rules.known(mechanism, new TreeSet<>(draft.series()));
    BodyId township = township(known, draft.township());
    boolean regular = draft.kind() == Meeting.Kind.REGULAR;
    if (!regular && draft.reason().isBlank()) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "conference.reason-missing",
              "A meeting called at once or on a special matter says why.")
          .exception();
    }
    if (draft.kind() == Meeting.Kind.SPECIAL) {
      rules.trigger(mechanism, draft.trigger());
    }
    Convener by =
        regular
            ? rules.convener(desk.county(), mechanism, draft.series(), township, own.ours())
            : new Convener(own.ours(), own.ours(), null);
    rules.mayConvene(by, own.seats()).orThrow();
    desk.mayActFor(own.seats().contains(by.convener()) ? by.convener() : by.office()).orThrow();
    Instant from = draft.from() == null ? now : draft.from();
    Instant to = draft.to() == null ? from.plus(Duration.ofHours(2)) : draft.to();
    List<AgendaItem> agenda = new ArrayList<>();
    rules
        .parts(mechanism, draft.series())
        .forEach(
            (series, parts) ->
                parts.forEach(
                    part ->
                        agenda.add(
                            new AgendaItem(
                                Ids.next(), series, part, part, "", "", by.convener(), null, ""))));
    draft
        .items()
        .forEach(item -> agenda.add(own.item(mechanism, draft.series(), item, own.ours())));
    Change<Meeting> change =
        Meeting.call(
            new Meeting.Call(
                draft.kind(),
                draft.series(),
                Texts.required("title", draft.title(), 200),
                by.convener(),
                by.office(),
                township,
                Texts.optional("trigger", draft.trigger(), 100),
                Texts.optional("reason", draft.reason(), 2_000),
                new Meeting.Slot(from, to, Texts.optional("place", draft.place(), 200)),
                invited(mechanism, known, township, draft.invited(), draft.leftOut()),
                agenda),
            desk.step(now, ""));
    Meeting m = change.after();
    meetings.insert(desk.county(), m);
    own.happened(now, m, change);
    own.notice(now, m);
    return m.id();
  }

  private List<Invitation> invited(
      Mechanism mechanism,
      List<Series> series,
      @Nullable BodyId township,
      Collection<BodyId> more,
      Collection<BodyId> leftOut) {
    Map<BodyId, Invitation> invited = new LinkedHashMap<>();
    for (Series s : series) {
      Members members = rules.members(desk.county(), mechanism, s, township);
      members.required().forEach(b -> invited.put(b, Invitation.to(b, true, true)));
      members.optional().forEach(b -> invited.putIfAbsent(b, Invitation.to(b, false, true)));
    }
    more.forEach(
        b -> invited.putIfAbsent(rules.bodies().get(b).id(), Invitation.to(b, true, true)));
    leftOut.forEach(invited::remove);
    return List.copyOf(invited.values());
  }

  /** A series of the townships needs one: the one that is named, or the actor's own. */
  private @Nullable BodyId township(List<Series> series, @Nullable BodyId named) {
    if (series.stream().noneMatch(Series::ofTownship)) {
      return named;
    }
    BodyId own = named == null ? this.own.township() : named;
    if (own == null) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "conference.township-missing",
              "Each township holds meetings of this series: say which.")
          .exception();
    }
    return own;
  }
}
