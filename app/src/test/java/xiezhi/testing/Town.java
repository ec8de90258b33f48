package xiezhi.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Attachments;
import xiezhi.intake.application.Lead;
import xiezhi.intake.application.RegisterLead;
import xiezhi.intake.application.WorkOnLead;
import xiezhi.matter.Matters;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;
import xiezhi.testclock.MovableClock;
import xiezhi.testcounty.TestCounties;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.transfer.application.PrepareTransfer;
import xiezhi.transfer.application.SendTransfer;
import xiezhi.transfer.domain.Transfer;

/** Brings a matter, through real use cases, to where a test begins. */
@Component
public class Town {
  private final TestCounties counties;
  private final RegisterLead register;
  private final WorkOnLead work;
  private final PrepareTransfer prepare;
  private final SendTransfer send;
  private final Attachments attachments;
  private final Matters matters;
  private final MovableClock clock;

  Town(
      TestCounties counties,
      RegisterLead register,
      WorkOnLead work,
      PrepareTransfer prepare,
      SendTransfer send,
      Attachments attachments,
      Matters matters,
      MovableClock clock) {
    this.counties = counties;
    this.register = register;
    this.work = work;
    this.prepare = prepare;
    this.send = send;
    this.attachments = attachments;
    this.matters = matters;
    this.clock = clock;
  }

  /** A fresh county like one of the five. */
  public Made like(String base) {
    return counties.make(TestCounties.Wanted.like(base));
  }

  /** Somebody by the key of the test county, as {@code t1.team.officer}. */
  public static Actor actor(Made county, String key) {
    TestCounties.Person p =
        county.people().stream()
            .filter(x -> x.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("nobody is " + key));
    return new Actor(new AccountId(p.login()), p.name(), county.code(), p.body(), Set.of(p.role()));
  }

  /** Somebody in a body with that role, whether or not there is an account. */
  public static Actor actor(Made county, String body, Role role) {
    return new Actor(
        new AccountId(
            "x-" + body.replace('.', '-') + "-" + role.name().toLowerCase(java.util.Locale.ROOT)),
        body + " " + role,
        county.code(),
        java.util.Objects.requireNonNull(county.bodies().get(body), body),
        Set.of(role));
  }

  /** Does the work as that person at that time. */
  public <T extends @Nullable Object> T as(Actor actor, String at, Supplier<T> work) {
    Instant instant = OffsetDateTime.parse(at).toInstant();
    return clock.at(instant, () -> CurrentActor.as(actor, work));
  }

  public void as(Actor actor, String at, Runnable work) {
    as(
        actor,
        at,
        () -> {
          work.run();
          return true;
        });
  }

  public static Lead lead(String division) {
    return new Lead(
        "占道堆放",
        "own-discovery",
        null,
        division,
        "人民路1号",
        null,
        null,
        OffsetDateTime.parse("2026-02-12T09:00:00+08:00").toInstant(),
        null,
        "堆放建筑材料占用人行道。",
        false,
        false,
        null,
        null,
        List.of(),
        List.of(new Lead.PartyEntry("person", "张三", null, null)),
        List.of(),
        List.of());
  }

  /** A matter at the first township's team, judged not theirs on Fri 2026-02-13 at 10:00. */
  public MatterId judged(Made county) {
    Actor officer = actor(county, "t1.team", Role.OFFICER);
    String division = java.util.Objects.requireNonNull(county.bodies().get("t1")).value();
    MatterId id = as(officer, "2026-02-13T09:00:00+08:00", () -> register.register(lead(division)));
    as(
        officer,
        "2026-02-13T10:00:00+08:00",
        () ->
            work.judge(id, matters.get(id).version(), false, "不属于本单位", county.bodies().get("d1")));
    return id;
  }

  public UUID file(String kind) {
    byte[] text = (kind + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    return attachments.upload(kind + ".txt", kind, new ByteArrayInputStream(text), null).id();
  }

  /** A file of that kind, tied to the matter. */
  @Transactional
  public void attach(MatterId matter, String kind) {
    attachments.attach(matter, List.of(file(kind)));
  }

  public PrepareTransfer.Draft draft(Made county) {
    return new PrepareTransfer.Draft(
        Transfer.Kind.CASE,
        null,
        java.util.Objects.requireNonNull(county.bodies().get("d1")),
        "不属于本单位职权",
        false,
        null,
        List.of(
            new Transfer.Material("statement-of-facts", file("statement-of-facts"), null),
            new Transfer.Material("source-material", file("source-material"), null),
            new Transfer.Material("preliminary-evidence", file("preliminary-evidence"), null)),
        List.of());
  }

  /** The same matter sent to the first department on Fri 2026-02-13 at 16:00. */
  public UUID sent(Made county, MatterId matter) {
    Actor officer = actor(county, "t1.team", Role.OFFICER);
    UUID id =
        as(
            officer,
            "2026-02-13T15:00:00+08:00",
            () -> {
              UUID made = prepare.prepare(matter, draft(county)).id();
              prepare.submit(made, 0);
              return made;
            });
    as(actor(county, "t1", Role.SIGNER), "2026-02-13T16:00:00+08:00", () -> send.send(id, 1));
    return id;
  }
}
