package xiezhi.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.command.application.FillSeats;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.Seat;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ground;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "command")
class CommandPostController {
  private final FillSeats seats;
  private final Bodies bodies;

  CommandPostController(FillSeats seats, Bodies bodies) {
    this.seats = seats;
    this.bodies = bodies;
  }

  record SeatCandidate(String account, String name) {}

  /**
   * @param seat {@code head}, or the name of a member's seat
   * @param from whose person sits there; null where the directory has no such body here
   * @param holder null: vacant
   */
  record SeatView(
      String seat,
      @Nullable BodyRef from,
      @Nullable String holder,
      @Nullable String account,
      @Nullable Instant since,
      List<SeatCandidate> candidates) {}

  /**
   * @param head what who commands there is called
   * @param by head, body or signer: who gives orders
   * @param vacant how many seats are empty
   * @param wanted what the county's rules say of the head's seat being filled; null: nothing
   */
  record CommandPostView(
      String id,
      String name,
      String head,
      BodyRef headFrom,
      String by,
      List<String> divisions,
      List<SeatView> seats,
      long vacant,
      Ground ground,
      @Nullable SeatWanted wanted,
      List<ActionView> actions) {}

  /**
   * @param words of the text, as 一名副科级领导担任片长
   */
  record SeatWanted(String words, Ground ground) {}

  record CommandSeatRequest(@Nullable String seat, @Nullable String account) {}

  record SeatVacancyRequest(@Nullable String seat, @Nullable String reason) {}

  @GetMapping("/api/command-posts")
  @Operation(
      operationId = "listCommandPosts",
      summary = "The command posts of the county's rules, with their seats and who sits there")
  List<CommandPostView> listCommandPosts() {
    return seats.all().stream().map(this::view).toList();
  }

  @GetMapping("/api/command-posts/{id}")
  @Operation(
      operationId = "getCommandPost",
      summary = "One of them; for who fills its seats, with those who could sit there")
  CommandPostView getCommandPost(@PathVariable String id) {
    return view(seats.one(id));
  }

  @PostMapping("/api/command-posts/{id}/seats")
  @Operation(operationId = "fillSeat", summary = "Somebody takes a seat, or follows another in it")
  CommandPostView fillSeat(@PathVariable String id, @RequestBody CommandSeatRequest r) {
    seats.fill(id, Typed.text(r.seat()), Typed.text(r.account()));
    return getCommandPost(id);
  }

  @PostMapping("/api/command-posts/{id}/vacancies")
  @Operation(operationId = "vacateSeat", summary = "Nobody sits there any more, and why")
  CommandPostView vacateSeat(@PathVariable String id, @RequestBody SeatVacancyRequest r) {
    seats.vacate(id, Typed.text(r.seat()), Typed.text(r.reason()));
    return getCommandPost(id);
  }

  private CommandPostView view(FillSeats.View v) {
    Post p = v.post();
    return new CommandPostView(
        p.id(),
        p.name(),
        p.head(),
        bodies.ref(p.headFrom()),
        p.by().name().toLowerCase(java.util.Locale.ROOT),
        p.divisions().stream().sorted().toList(),
        v.places().stream().map(this::view).toList(),
        v.vacant(),
        p.ground(),
        p.wanted() == null ? null : new SeatWanted(p.wanted().words(), p.wanted().ground()),
        ActionView.of(v.acts()));
  }

  private SeatView view(FillSeats.Place p) {
    Seat held = p.held();
    BodyId from = p.from();
    return new SeatView(
        p.seat(),
        from == null ? null : bodies.ref(from),
        held == null ? null : held.name(),
        held == null ? null : held.account(),
        held == null ? null : held.since(),
        p.candidates().stream().map(c -> new SeatCandidate(c.account(), c.name())).toList());
  }
}
