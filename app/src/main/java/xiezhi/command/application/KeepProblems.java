package xiezhi.command.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.TimeLimit;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.Problem;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 问题台账: problems and difficulties of enforcement, each with who solves it and until when. */
@Service
@Transactional
public class KeepProblems {
  private final Desk desk;
  private final CommandPosts posts;
  private final OrderRegister register;
  private final Obligations obligations;
  private final Bodies bodies;

  KeepProblems(
      Desk desk,
      CommandPosts posts,
      OrderRegister register,
      Obligations obligations,
      Bodies bodies) {
    this.desk = desk;
    this.posts = posts;
    this.register = register;
    this.obligations = obligations;
    this.bodies = bodies;
  }

  public record Registering(
      String post,
      String title,
      String content,
      @Nullable BodyId owner,
      @Nullable LocalDate dueOn,
      @Nullable MatterId matter) {}

  /** By who commands at the post, or by anybody whom it commands. */
  public UUID register(Registering r) {
    Instant now = desk.now();
    Post post = posts.get(now, r.post());
    Set<String> fields = new TreeSet<>();
    if (r.owner() != null) {
      fields.add("problem-owner");
    }
    if (r.dueOn() != null) {
      fields.add("problem-due");
    }
    Desk.require(
        mayRegister(post),
        desk.mechanism(now)
            .gates("problem.register", Facts.NONE.with("fields", List.copyOf(fields))));
    LocalDate today = desk.today(now);
    // where no rule asks for them: the post's own body, today
    BodyId owner = r.owner() == null ? post.headFrom() : bodies.get(r.owner()).id();
    LocalDate dueOn = r.dueOn() == null ? today : r.dueOn();
    if (dueOn.isBefore(today)) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "command.due-in-the-past",
              "It cannot be due before today: " + dueOn + ".",
              Map.of("due", dueOn.toString()))
          .exception();
    }
    Change<Problem> change =
        Problem.register(
            new Problem(
                Ids.next(),
                post.id(),
                post.headFrom(),
                Texts.required("title", r.title(), 200),
                Texts.required("content", r.content(), 5_000),
                owner,
                dueOn,
                r.matter(),
                Problem.Stage.OPEN,
                "",
                desk.step(now, ""),
                0));
    register.insert(desk.county(), change.after());
    int days = Math.toIntExact(ChronoUnit.DAYS.between(today, dueOn));
    told(
        now,
        change,
        days == 0
            ? TimeLimit.of(0, TimeLimit.Unit.SAME_DAY)
            : TimeLimit.of(days, TimeLimit.Unit.CALENDAR_DAY));
    notify(now, change.after(), owner, change.event());
    return change.after().id();
  }

  private Permission mayRegister(Post post) {
    Permission commands = posts.mayCommand(post);
    boolean under =
        posts.commanded(post).stream().anyMatch(b -> desk.mayActFor(b.id()).isAllowed());
    return under ? Permission.allowed() : commands;
  }

  private void told(Instant now, Change<Problem> change, @Nullable TimeLimit limit) {
    Problem p = change.after();
    Map<String, BodyId> roles = CommandPosts.roles(p.commander(), p.owner());
    MatterId id = p.matter();
    if (id == null) {
      desk.happened(now, p.reference(), false, change, Facts.NONE, roles, limit);
    } else {
      Matter matter = desk.matter(id);
      desk.happened(now, matter, p.reference(), change, matter.facts(), roles, limit);
    }
  }

  private void notify(Instant now, Problem p, BodyId to, String code) {
    desk.notify(
        now,
        to,
        Desk.WORKING,
        code,
        null,
        "/problems/" + p.id(),
        Map.of("title", p.title(), "words", p.lastStep().note()));
  }

  public void solve(UUID id, int version, String resolution) {
    Instant now = desk.now();
    Problem p = get(id, version);
    Desk.require(desk.mayActFor(p.owner()), p.mayEnd());
    end(
        now,
        p.solve(desk.step(now, Texts.required("resolution", resolution, 5_000))),
        p.commander());
  }

  public void drop(UUID id, int version, String reason) {
    Instant now = desk.now();
    Problem p = get(id, version);
    Desk.require(desk.mayActFor(p.commander()), p.mayEnd());
    Problem after =
        end(now, p.drop(desk.step(now, Texts.required("reason", reason, 2_000))), p.owner());
    MatterId matter = after.matter();
    if (matter == null) {
      obligations.release(now, after.reference(), "problem.dropped");
    } else {
      obligations.release(now, matter, after.reference(), "problem.dropped");
    }
  }

  private Problem end(Instant now, Change<Problem> change, BodyId tell) {
    register.update(desk.county(), change.after());
    told(now, change, null);
    notify(now, change.after(), tell, change.event());
    return change.after();
  }

  // ------------------------------------------------------------------ reading

  public record Page(
      Problem problem, List<ObligationView> obligations, Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public Page page(UUID id) {
    Instant now = desk.now();
    Problem p = get(id);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("solveProblem", desk.mayActFor(p.owner()).and(p.mayEnd()));
    acts.put("dropProblem", desk.mayActFor(p.commander()).and(p.mayEnd()));
    MatterId matter = p.matter();
    List<ObligationView> owed = obligations.on(matter, p.reference(), now);
    return new Page(p, owed, acts);
  }

  @Transactional(readOnly = true)
  public List<Problem> list(boolean county, boolean open, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    return register.problems(
        actor.county(),
        county && CommandPosts.seesAll() ? List.of() : bodies.deskOf(actor.body()),
        open,
        before,
        limit);
  }

  private Problem get(UUID id) {
    return register
        .problem(desk.county(), id)
        .filter(p -> CommandPosts.seesAll() || desk.isAt(p.commander()) || desk.isAt(p.owner()))
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "command.unknown-problem",
                        "There is no such problem, or it is not yours to see.")
                    .exception());
  }

  private Problem get(UUID id, int version) {
    Problem p = get(id);
    if (p.version() != version) {
      throw OrderRegister.changedMeanwhile().exception();
    }
    return p;
  }
}
