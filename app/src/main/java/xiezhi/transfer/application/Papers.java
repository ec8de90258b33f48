package xiezhi.transfer.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.transfer.domain.Transfer;
import xiezhi.transfer.domain.TransferRegister;

/**
 * The letters that go to and fro about a transfer, each numbered by its issuer and kept with it.
 */
@Component
class Papers {
  private final Desk desk;
  private final Letters letters;
  private final TransferRegister transfers;
  private final Bodies bodies;

  Papers(Desk desk, Letters letters, TransferRegister transfers, Bodies bodies) {
    this.desk = desk;
    this.letters = letters;
    this.transfers = transfers;
    this.bodies = bodies;
  }

  /** Issues a letter in the name of the legal body behind {@code issuer}. */
  Letters.Letter issue(
      Instant now, Transfer t, String template, BodyId issuer, Map<String, Object> data) {
    BodyId legal = bodies.legalBodyOf(issuer).id();
    Letters.Letter letter = letters.issue(template, legal, desk.today(now), data);
    transfers.keep(
        desk.county(),
        t.id(),
        new TransferRegister.Paper(
            letter.id(), template, letter.number(), letter.title(), legal.value(), now));
    return letter;
  }

  /** What an answer to the sender always says. */
  Map<String, Object> answer(Instant now, Matter matter, Transfer t) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", desk.name(t.receiver()));
    data.put("to", desk.name(t.sender()));
    data.put("letter", t.letter() == null ? "" : t.letter().number());
    data.put("matterNumber", matter.number());
    data.put("receivedOn", t.sentAt() == null ? "" : desk.day(t.sentAt()));
    data.put("contact", CurrentActor.get().name());
    return data;
  }
}
