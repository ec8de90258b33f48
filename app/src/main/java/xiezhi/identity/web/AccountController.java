package xiezhi.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.identity.application.AccountStore.Listed;
import xiezhi.identity.application.ChangeAccount;
import xiezhi.identity.application.IdentityRefusals;
import xiezhi.identity.application.MachineTime;
import xiezhi.identity.application.ViewAccounts;
import xiezhi.identity.web.SessionController.BodyIds;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.Role;
import xiezhi.shared.web.Cursor;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;

/** Accounts of the county, kept by its administrators. */
@RestController
@RequestMapping("/api/accounts")
@Tag(name = "identity")
class AccountController {
  record AccountResponse(
      String id,
      String login,
      String name,
      List<SeatResponse> seats,
      boolean locked,
      boolean disabled) {}

  record SeatRequest(@NotBlank String body, @NotEmpty Set<Role> roles) {
    Post asPost() {
      return new Post(BodyIds.of(body), roles);
    }
  }

  record OpenAccountRequest(
      @NotBlank String login,
      @NotBlank String name,
      @NotBlank String password,
      @NotEmpty List<@Valid SeatRequest> seats) {}

  /** What is null stays as it is. */
  record ChangeAccountRequest(
      @Nullable String name,
      @Nullable String password,
      @Nullable Boolean disabled,
      @Nullable Boolean locked,
      @Nullable List<@Valid SeatRequest> seats) {}

  private final Accounts accounts;
  private final ChangeAccount changeAccount;
  private final ViewAccounts view;
  private final MachineTime time;
  private final Idempotency idempotency;

  AccountController(
      Accounts accounts,
      ChangeAccount changeAccount,
      ViewAccounts view,
      MachineTime time,
      Idempotency idempotency) {
    this.accounts = accounts;
    this.changeAccount = changeAccount;
    this.view = view;
    this.time = time;
    this.idempotency = idempotency;
  }

  @GetMapping
  @Operation(operationId = "listAccounts", summary = "The county's accounts, by login")
  Page<AccountResponse> listAccounts(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int most = Page.limit(limit);
    String afterLogin = Cursor.decode(after, 1).map(c -> c.key().getFirst()).orElse(null);
    Page<Listed> page = Page.of(view.list(afterLogin, most + 1), most, a -> Cursor.of(a.login()));
    var seats = new Seats(view, page.items().stream().flatMap(a -> a.posts().stream()).toList());
    return page.map(a -> response(a, seats));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "openAccount", summary = "Open an account")
  AccountResponse openAccount(
      @Valid @RequestBody OpenAccountRequest wanted,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return idempotency.once(
        "openAccount",
        key,
        wanted,
        AccountResponse.class,
        () ->
            one(
                accounts.open(
                    new NewAccount(
                        wanted.login(),
                        wanted.name(),
                        wanted.password(),
                        wanted.seats().stream().map(SeatRequest::asPost).toList()))));
  }

  @PutMapping("/{id}")
  @Operation(
      operationId = "changeAccount",
      summary = "Change seats, name or password; disable or unlock")
  AccountResponse changeAccount(
      @PathVariable String id, @Valid @RequestBody ChangeAccountRequest wanted) {
    AccountId account = accountId(id);
    List<SeatRequest> seats = wanted.seats();
    changeAccount.change(
        account,
        new ChangeAccount.Change(
            wanted.name(),
            wanted.password(),
            wanted.disabled(),
            wanted.locked(),
            seats == null ? null : seats.stream().map(SeatRequest::asPost).toList()));
    return one(account);
  }

  private static AccountId accountId(String text) {
    try {
      return new AccountId(text);
    } catch (IllegalArgumentException _) {
      throw IdentityRefusals.noSuchAccount(text);
    }
  }

  private AccountResponse one(AccountId id) {
    Listed account = view.find(id).orElseThrow();
    return response(account, new Seats(view, account.posts(), new BodyId[0]));
  }

  private AccountResponse response(Listed account, Seats seats) {
    var until = account.lockedUntil();
    return new AccountResponse(
        account.id().value(),
        account.login(),
        account.name(),
        seats.of(account.posts()),
        until != null && until.isAfter(time.now()),
        account.disabled());
  }
}
