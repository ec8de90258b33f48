package xiezhi.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import xiezhi.intake.domain.Complaint.Origin;
import xiezhi.intake.domain.Complaint.Result;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.intake.domain.Reply.Attempt;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.RefusedException;

/**
 * Someone is always answerable: over every order of acts there is one body, never none and never
 * two, and none is closed without a reply or the reason why there is none.
 */
class ComplaintLifeTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final BodyId DEPARTMENT = new BodyId("990001-department");
  private static final BodyId TOWN = new BodyId("990001-town");
  private static final BodyId OTHER = new BodyId("990001-other");
  private static final Set<BodyId> ALL = Set.of(DEPARTMENT, TOWN, OTHER);

  /** Everything anybody may try, at any time. */
  enum Try {
    REGISTER(Complaint::register),
    ACCEPT(Complaint::accept),
    NO_VIOLATION(c -> c.verify(Finding.NO_VIOLATION, "")),
    VIOLATION(c -> c.verify(Finding.VIOLATION, "")),
    NOT_OURS(c -> c.verify(Finding.NOT_OURS, "")),
    REFER(c -> c.refer(TOWN, "")),
    OPEN_CASE(c -> c.openCase(UUID.randomUUID(), "1", NOW)),
    STEP(c -> c.stepCase("调查", "")),
    CLOSE_CASE(c -> c.closeCase("已处罚", NOW)),
    SENT(c -> c.stage() instanceof Stage.Verified ? c.transferSent(OTHER) : refused(c)),
    TAKEN(
        c ->
            c.stage() instanceof Stage.Transferred ? c.transferAccepted(OTHER, OTHER) : refused(c)),
    TAKEN_FIRST_REPLIES(
        c ->
            c.stage() instanceof Stage.Transferred
                ? c.transferAccepted(OTHER, c.answerable())
                : refused(c)),
    CAME_BACK(
        c ->
            c.stage() instanceof Stage.Transferred
                ? c.transferCameBack(c.answerable())
                : refused(c)),
    MERGE(c -> c.merge(leader())),
    CONCLUDE(c -> c.conclude(new Result(NOW, c.answerable(), "结果"), c.answerable())),
    CONCLUDE_FOR_ANOTHER(c -> c.conclude(new Result(NOW, c.answerable(), "结果"), TOWN)),
    REPLY(c -> c.reply(reply("已处理", null, List.of()))),
    REPLY_EMPTY(c -> c.reply(reply("", null, List.of()))),
    ANONYMOUS(c -> c.reply(reply("", "anonymous", List.of()))),
    UNREACHABLE(c -> c.reply(reply("", "unreachable", List.of(new Attempt(NOW, "电话"))))),
    UNREACHABLE_UNTRIED(c -> c.reply(reply("", "unreachable", List.of()))),
    FEED_BACK(c -> c.feedBack("已处理")),
    CLOSE(c -> c.close(NOW)),
    RATE(c -> c.rate(true, "", NOW));

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    private final Function<Complaint, Change<Complaint>> act;

    Try(Function<Complaint, Change<Complaint>> act) {
      this.act = act;
    }
  }

  private static Change<Complaint> refused(Complaint c) {
    return c.close(NOW.minusSeconds(1)); // refused at every stage in which this is tried
  }

  private static Reply reply(String text, @Nullable String noReply, List<Attempt> attempts) {
    return new Reply(NOW, TOWN, "王五", text, "phone", noReply, attempts);
  }

  private static Complaint leader() {
    return received(false).accept().after();
  }

  private static Complaint received(boolean anonymous) {
    return Complaint.receive(
            UUID.randomUUID(),
            ComplaintCode.next(new CountyCode("990001")),
            new MatterId(UUID.randomUUID()),
            new Origin("phone", NOW, false, "", "", anonymous, !anonymous),
            DEPARTMENT)
        .after();
  }

  @Provide
  Arbitrary<List<Try>> orders() {
    return Arbitraries.of(Try.class).list().ofMinSize(1).ofMaxSize(40);
  }

  @Property(tries = 3000)
  void oneBodyIsAnswerableUntilItIsRepliedAndClosed(
      @ForAll("orders") List<Try> tries, @ForAll boolean anonymous) {
    Complaint c = received(anonymous);
    for (Try t : tries) {
      Complaint before = c;
      try {
        c = t.act.apply(c).after();
        assertThat(c.version()).isEqualTo(before.version() + 1);
      } catch (RefusedException e) {
        assertThat(e.refusals()).allSatisfy(r -> assertThat(r.message()).isNotBlank());
      }
      assertThat(ALL).contains(c.answerable());
      assertThat(before.stage() instanceof Stage.Closed && !(c.stage() instanceof Stage.Closed))
          .isFalse();
      if (c.stage() instanceof Stage.Replied || c.stage() instanceof Stage.Closed) {
        Reply reply = java.util.Objects.requireNonNull(c.reply());
        boolean told = reply.noReply() == null && !reply.text().isBlank();
        boolean unknown = "anonymous".equals(reply.noReply()) && anonymous;
        boolean tried = "unreachable".equals(reply.noReply()) && !reply.attempts().isEmpty();
        assertThat(told || unknown || tried).isTrue();
        assertThat(c.result()).isNotNull();
      }
    }
  }

  /** Every state, so that nothing above holds because it is never reached. */
  @Example
  void everyStageIsReached() {
    Set<String> stages = new HashSet<>();
    Set<Complaint> seen = new HashSet<>(Set.of(received(false)));
    for (int round = 0; round < 9; round++) {
      Set<Complaint> next = new HashSet<>();
      Set<String> found = new HashSet<>();
      for (Complaint c : seen) {
        stages.add(c.stage().key());
        for (Try t : Try.values()) {
          try {
            Complaint after = t.act.apply(c).after();
            // one of each shape is enough
            if (found.add(
                after.stage().key()
                    + after.finding()
                    + (after.caseFile() == null ? "" : after.caseFile().closedAt())
                    + after.referrer())) {
              next.add(after);
            }
          } catch (RefusedException _) {
            // not from here
          }
        }
      }
      seen = next;
    }
    assertThat(stages)
        .containsExactlyInAnyOrder(
            "received",
            "accepted",
            "verified",
            "referred",
            "handling",
            "transferred",
            "merged",
            "concluded",
            "replied",
            "closed");
  }

  /** From any open state somebody can go on. */
  @Property(tries = 1000)
  void nothingIsEverStuck(@ForAll("orders") List<Try> tries) {
    Complaint c = received(false);
    for (Try t : tries) {
      try {
        c = t.act.apply(c).after();
      } catch (RefusedException _) {
        // not from here
      }
    }
    Complaint last = c;
    boolean goesOn =
        !last.isOpen()
            || java.util.Arrays.stream(Try.values())
                .filter(t -> t != Try.RATE && t != Try.REGISTER && t != Try.FEED_BACK)
                .anyMatch(
                    t -> {
                      try {
                        return !t.act.apply(last).after().stage().equals(last.stage())
                            || t == Try.CLOSE_CASE
                            || t == Try.STEP;
                      } catch (RefusedException _) {
                        return false;
                      }
                    });
    assertThat(goesOn).isTrue();
  }

  @Example
  void theCodeIsReadAsPeopleTypeIt() {
    ComplaintCode code = new ComplaintCode("530426-7K30-9QWD-1M");
    assertThat(ComplaintCode.typed("530426 7k3o 9qwd im")).contains(code);
    assertThat(ComplaintCode.typed("7K30-9QWD-1M")).isEmpty();
    assertThat(ComplaintCode.typed("5304267K309QWDUM")).isEmpty();
    assertThat(code.county()).isEqualTo(new CountyCode("530426"));
  }
}
