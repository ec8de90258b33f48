package xiezhi.sharing.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.correspondence.Correspondence;
import xiezhi.correspondence.Correspondence.Letter;
import xiezhi.correspondence.Correspondence.Receipt;
import xiezhi.correspondence.Correspondence.State;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.shared.BodyId;
import xiezhi.sharing.domain.DataRequest;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.RulesDraft;
import xiezhi.sharing.domain.Suggestion;

/** What goes out of this module into the boxes, and the papers it goes with. */
@Component
class SharedLetters {
  /** Under this kind shared items lie in the boxes. */
  static final String KIND = "information";

  private final Desk desk;
  private final Letters letters;
  private final Correspondence boxes;

  SharedLetters(Desk desk, Letters letters, Correspondence boxes) {
    this.desk = desk;
    this.letters = letters;
    this.boxes = boxes;
  }

  /** Copies and changed bases go out as numbered letters; plain information does not. */
  Information.@Nullable Letter issue(LocalDate today, Information i, Collection<BodyId> to) {
    String template =
        switch (i.act()) {
          case SHARE -> null;
          case COPY -> "information-copy";
          case BASIS_CHANGE -> "basis-change";
        };
    if (template == null || !i.origin().isEmpty()) {
      return null;
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("to", String.join("、", to.stream().map(desk::name).toList()));
    data.put("title", i.content().title());
    data.put("content", i.content().text());
    data.put("itemCodes", String.join("、", i.content().items()));
    Information.Basis basis = i.content().basis();
    if (basis != null) {
      data.put("effectiveOn", basis.effectiveOn().toString());
      data.put("toldBy", basis.toldBy());
    }
    Letters.Letter issued = letters.issue(template, i.publisher(), today, data);
    return new Information.Letter(issued.id(), issued.number());
  }

  void send(Instant now, Information i, Collection<BodyId> to) {
    boxes.put(
        now,
        new Letter(
            KIND,
            i.reference(),
            null,
            i.content().title(),
            i.publisher(),
            to,
            i.stageName(),
            State.CLOSED,
            i.letter() == null ? null : i.letter().number(),
            "/information/" + i.id(),
            false));
  }

  /** A draft of rules lies in the boxes once somebody was asked about it. */
  void put(Instant now, RulesDraft d) {
    RulesDraft.Consultation c = d.consultation();
    if (c == null) {
      return;
    }
    boxes.put(
        now,
        new Letter(
            "rules-consultation",
            d.reference(),
            null,
            d.title(),
            d.drafter(),
            List.of(c.consulted()),
            d.stageName(),
            switch (d.stage()) {
              case RulesDraft.Stage.Drafted(), RulesDraft.Stage.Asked() -> State.OPEN;
              case RulesDraft.Stage.Answered() -> State.ANSWERED;
              case RulesDraft.Stage.Issued _ -> State.CLOSED;
              case RulesDraft.Stage.Dropped() -> State.WITHDRAWN;
            },
            c.letter().number(),
            "/rules-drafts/" + d.id(),
            false));
  }

  void put(Instant now, DataRequest r) {
    boxes.put(
        now,
        new Letter(
            "information-request",
            r.reference(),
            null,
            r.content().lines().findFirst().orElse(r.category()),
            r.requester(),
            List.of(r.requested()),
            r.stage().key(),
            r.stage() == DataRequest.Stage.ASKED ? State.OPEN : State.CLOSED,
            null,
            "/information-requests/" + r.id(),
            false));
  }

  void put(Instant now, Suggestion s) {
    boxes.put(
        now,
        new Letter(
            "management-suggestion",
            s.reference(),
            null,
            s.content().lines().findFirst().orElse(s.field()),
            s.suggester(),
            List.of(s.suggested()),
            s.stage().key(),
            switch (s.stage()) {
              case MADE -> State.OPEN;
              case ADOPTED -> State.ANSWERED;
              case DECLINED, FOLLOWED_UP -> State.CLOSED;
            },
            s.letter().number(),
            "/management-suggestions/" + s.id(),
            false));
  }

  void look(Instant now, Information i) {
    boxes.look(now, i.reference());
  }

  void acknowledge(Instant now, Information i, BodyId receiver) {
    boxes.acknowledge(now, i.reference(), receiver);
  }

  Map<String, List<Receipt>> receipts(
      Collection<String> subjects, @Nullable Collection<BodyId> of) {
    return boxes.receipts(subjects, of);
  }

  List<Receipt> receipts(Information i, @Nullable Collection<BodyId> of) {
    return boxes.receipts(List.of(i.reference()), of).getOrDefault(i.reference(), List.of());
  }

  List<Correspondence.Looked> looked(Instant from, Instant to) {
    return boxes.looked(KIND, from, to);
  }
}
