package xiezhi.ledger.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.ledger.Ledger;
import xiezhi.ledger.domain.ChainCheck;
import xiezhi.ledger.domain.ChainCheck.BrokenLink;
import xiezhi.ledger.domain.Entries;
import xiezhi.ledger.domain.Entries.Head;
import xiezhi.ledger.domain.Entry;
import xiezhi.ledger.domain.LedgerFile;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Sm3;

/** Reading the record: is it whole, take it away, show what happened to one matter. */
@Service
public class ReadLedger {
  /**
   * @param entries how many hold, from the first
   * @param hash of the last that holds: to be noted somewhere else, so that a later look can tell
   *     whether the end was cut off
   * @param brokenLink the first that does not hold; null if the chain is whole
   */
  public record Verification(
      String county,
      String algorithm,
      boolean whole,
      long entries,
      String hash,
      @Nullable BrokenLink brokenLink) {}

  private final Entries entries;
  private final Ledger ledger;
  private final MatterAccess access;
  private final Clock clock;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  ReadLedger(
      Entries entries,
      Ledger ledger,
      MatterAccess access,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.entries = entries;
    this.ledger = ledger;
    this.access = access;
    this.clock = clock;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.writing = new TransactionTemplate(transactions);
  }

  /** Reads the whole chain of the actor's county. */
  public Verification verify() {
    Actor actor = CurrentActor.get();
    mayVerify(actor).orThrow();
    return reading.execute(
        _ -> {
          // read before the entries: others may add while we walk, nobody may take away
          Optional<Head> noted = entries.head(actor.county());
          var check = new ChainCheck(actor.county().value());
          var broken = new @Nullable BrokenLink[1];
          var notedHash = new @Nullable String[1];
          entries.walk(
              actor.county(),
              entry -> {
                broken[0] = check.next(entry).orElse(null);
                if (noted.isPresent() && noted.get().seq() == entry.seq()) {
                  notedHash[0] = entry.hash();
                }
                return broken[0] == null;
              });
          BrokenLink first = broken[0];
          if (first == null) {
            first = end(check, noted.orElse(new Head(0, Entry.NOTHING_BEFORE)), notedHash[0]);
          }
          return new Verification(
              actor.county().value(),
              Sm3.ALGORITHM,
              first == null,
              check.seq(),
              check.hash(),
              first);
        });
  }

  /** The shortcut proves nothing when it agrees, but when it does not, something was changed. */
  private static @Nullable BrokenLink end(
      ChainCheck check, Head noted, @Nullable String hashThere) {
    String there = hashThere == null && noted.seq() == 0 ? Entry.NOTHING_BEFORE : hashThere;
    boolean missing = noted.seq() == 0 && check.seq() > 0;
    if (noted.hash().equals(there) && !missing) {
      return null;
    }
    return new BrokenLink(
        check.seq() + 1, "end", noted.seq() + " " + noted.hash(), check.seq() + " " + check.hash());
  }

  /**
   * Writes the county's whole chain as a file that can be verified without this platform. Taking it
   * away is itself recorded, before the first line goes out.
   */
  public void export(Writer out) {
    Actor actor = CurrentActor.get();
    mayExport(actor).orThrow();
    var now = clock.instant();
    writing.executeWithoutResult(
        _ -> ledger.record(now, "ledger.exported", "ledger:" + actor.county(), null, Map.of()));
    reading.executeWithoutResult(
        _ -> {
          Head end =
              entries.head(actor.county()).orElseGet(() -> new Head(0, Entry.NOTHING_BEFORE));
          try {
            LedgerFile.writeHeader(out, actor.county().value(), now, end);
            entries.walk(
                actor.county(),
                entry -> {
                  if (entry.seq() > end.seq()) {
                    return false;
                  }
                  try {
                    LedgerFile.write(out, entry);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                  return true;
                });
            out.flush();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** What happened to one matter, oldest first. */
  public List<Entry> of(MatterId matter, long after, int limit) {
    Actor actor = CurrentActor.get();
    return reading.execute(
        _ -> {
          access.maySee(actor, matter).orThrow();
          return entries.of(actor.county(), matter, after, limit);
        });
  }

  /** Whether the chain is whole says nothing about any matter: three county roles may ask. */
  public static Permission mayVerify(Actor actor) {
    return anyOf(actor, "verify", Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR);
  }

  /** The file holds what was done in every matter: only those who see every matter. */
  public static Permission mayExport(Actor actor) {
    return anyOf(actor, "export", Role.COORDINATOR, Role.SUPERVISOR);
  }

  private static Permission anyOf(Actor actor, String verb, Role... roles) {
    Set<Role> wanted = Set.of(roles);
    if (actor.roles().stream().anyMatch(wanted::contains)) {
      return Permission.allowed();
    }
    return Permission.refused(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "ledger.not-yours-to-" + verb,
            "To " + verb + " the ledger takes one of the roles " + List.of(roles),
            Map.of("roles", List.of(roles))));
  }
}
