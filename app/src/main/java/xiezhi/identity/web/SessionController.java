package xiezhi.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.identity.application.ChangePassword;
import xiezhi.identity.application.Demonstration;
import xiezhi.identity.application.Sessions;
import xiezhi.identity.application.SignIn;
import xiezhi.identity.application.Token;
import xiezhi.identity.application.ViewAccounts;
import xiezhi.identity.web.SessionFilter.SessionCookie;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;

@RestController
@RequestMapping("/api/session")
@Tag(name = "identity")
class SessionController {
  record SignInRequest(
      @NotBlank @Size(max = 100) String login, @NotBlank @Size(max = 200) String password) {}

  record SwitchBodyRequest(@NotBlank String body) {}

  record ChangePasswordRequest(
      @NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String next) {}

  /** Who is signed in, and at which desk. */
  record SessionResponse(
      String account,
      String login,
      String name,
      CountyOfSessionResponse county,
      DeskResponse body,
      List<Role> roles,
      List<SeatResponse> seats,
      boolean demonstration) {}

  record CountyOfSessionResponse(String code, String name, String level) {}

  private final SignIn signIn;
  private final Sessions sessions;
  private final ChangePassword changePassword;
  private final ViewAccounts view;
  private final Demonstration demonstration;

  SessionController(
      SignIn signIn,
      Sessions sessions,
      ChangePassword changePassword,
      ViewAccounts view,
      Demonstration demonstration) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.changePassword = changePassword;
    this.view = view;
    this.demonstration = demonstration;
  }

  @GetMapping
  @Operation(operationId = "getSession", summary = "Who I am here")
  SessionResponse getSession() {
    Actor actor =
        CurrentActor.find()
            .orElseThrow(() -> new RefusedException(SecurityConfiguration.notSignedIn()));
    return responseFor(actor);
  }

  private SessionResponse responseFor(Actor actor) {
    var account = view.find(actor.account()).orElseThrow();
    var county = view.county();
    var seats = new Seats(view, account.posts(), actor.body());
    return new SessionResponse(
        actor.account().value(),
        account.login(),
        actor.name(),
        new CountyOfSessionResponse(county.code().value(), county.name(), county.level()),
        seats.desk(actor.body()),
        actor.roles().stream().sorted().toList(),
        seats.all(),
        demonstration.isOn());
  }

  @PostMapping
  @Operation(operationId = "signIn", summary = "Sign in")
  SessionResponse signIn(
      @Valid @RequestBody SignInRequest wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    Token token = signIn.signIn(wanted.login(), wanted.password(), request.getRemoteAddr());
    Actor actor = sessions.resume(token).orElseThrow();
    response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request));
    return CurrentActor.as(actor, () -> responseFor(actor));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "signOut", summary = "Sign out")
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    if (CurrentActor.find().isPresent()) {
      SessionCookie.in(request).ifPresent(sessions::close);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.gone(request));
  }

  @PutMapping("/body")
  @Operation(operationId = "switchBody", summary = "Sit down at another body's desk")
  SessionResponse switchBody(
      @Valid @RequestBody SwitchBodyRequest wanted, HttpServletRequest request) {
    Token token = SessionCookie.in(request).orElseThrow();
    sessions.sitIn(token, BodyIds.of(wanted.body()));
    Actor actor = sessions.resume(token).orElseThrow();
    return CurrentActor.as(actor, () -> responseFor(actor));
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "changePassword", summary = "Change my password")
  void changePassword(
      @Valid @RequestBody ChangePasswordRequest wanted, HttpServletRequest request) {
    changePassword.change(SessionCookie.in(request).orElseThrow(), wanted.current(), wanted.next());
  }

  /** A body's id as a client wrote it. */
  static final class BodyIds {
    private BodyIds() {}

    static BodyId of(String text) {
      try {
        return new BodyId(text);
      } catch (IllegalArgumentException _) {
        throw new RefusedException(
            xiezhi.shared.Refusal.of(
                xiezhi.shared.Refusal.Kind.MALFORMED,
                "identity.no-such-body",
                "There is no body " + text + ".",
                java.util.Map.of("body", text)));
      }
    }
  }
}
