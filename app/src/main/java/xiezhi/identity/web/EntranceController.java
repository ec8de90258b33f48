package xiezhi.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.identity.application.Demonstration;
import xiezhi.identity.application.SetUpCounty;
import xiezhi.identity.application.Token;
import xiezhi.identity.application.ViewAccounts;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;

/** What stands before the door: the demonstration's people, and the very first administrator. */
@RestController
@RequestMapping("/api")
@Tag(name = "identity")
class EntranceController {
  record DemoPersonResponse(
      String login,
      String password,
      String name,
      String county,
      String countyName,
      String body,
      String bodyName,
      List<Role> roles) {}

  record SetUpRequest(
      @NotBlank @Size(max = 100) String code,
      @NotBlank String county,
      @NotBlank String login,
      @NotBlank String name,
      @NotBlank @Size(max = 200) String password) {}

  private final ViewAccounts view;
  private final Demonstration demonstration;
  private final SetUpCounty setUp;

  EntranceController(ViewAccounts view, Demonstration demonstration, SetUpCounty setUp) {
    this.view = view;
    this.demonstration = demonstration;
    this.setUp = setUp;
  }

  @GetMapping("/demo/people")
  @Operation(
      operationId = "listDemoPeople",
      summary = "The demonstration's people and their common password; only in that mode")
  List<DemoPersonResponse> listDemoPeople() {
    if (!demonstration.isOn()) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.UNKNOWN,
              "identity.no-demonstration",
              "This installation is not a demonstration."));
    }
    List<DemoPersonResponse> people = new ArrayList<>();
    for (Actor platform : view.platformInEveryCounty()) {
      CurrentActor.as(platform, () -> people.addAll(peopleOfCounty()));
    }
    return people;
  }

  private List<DemoPersonResponse> peopleOfCounty() {
    var county = view.county();
    var accounts = view.demonstrationPeople().stream().filter(a -> !a.posts().isEmpty()).toList();
    var seats = new Seats(view, accounts.stream().flatMap(a -> a.posts().stream()).toList());
    return accounts.stream()
        .map(
            a -> {
              var post = a.posts().getFirst();
              DeskResponse desk = seats.desk(post.body());
              return new DemoPersonResponse(
                  a.login(),
                  demonstration.password(),
                  a.name(),
                  county.code().value(),
                  county.name(),
                  desk.id(),
                  desk.name(),
                  post.roles().stream().sorted().toList());
            })
        .toList();
  }

  @PostMapping("/setup")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "setUp",
      summary = "Make a county's first administrator by the code the platform printed")
  void setUp(@Valid @RequestBody SetUpRequest wanted) {
    setUp.setUp(
        new Token(wanted.code().strip()),
        wanted.county(),
        wanted.login(),
        wanted.name(),
        wanted.password());
  }
}
