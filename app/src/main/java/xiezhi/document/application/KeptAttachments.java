package xiezhi.document.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import xiezhi.document.Attachments;
import xiezhi.document.domain.AttachmentRegister;
import xiezhi.document.domain.FileName;
import xiezhi.document.domain.FileType;
import xiezhi.document.storage.FileSniffer;
import xiezhi.document.storage.ObjectStore;
import xiezhi.document.storage.ObjectStore.Incoming;
import xiezhi.document.storage.RenditionStore;
import xiezhi.ledger.Ledger;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Sweep;
import xiezhi.shared.web.Idempotency;

/**
 * Takes files in, ties them to matters, gives them out. A content is on the disk before its row is
 * in the database, so a row never points to nothing.
 */
@Service
public class KeptAttachments implements Attachments, Sweep {
  /** An upload that nobody tied to a matter is forgotten after a day. */
  private static final Duration UNATTACHED = Duration.ofDays(1);

  private static final int SWEPT_AT_ONCE = 200;

  private final AttachmentRegister register;
  private final ObjectStore store;
  private final RenditionStore renditions;
  private final FileSniffer sniffer;
  private final Ledger ledger;
  private final Idempotency idempotency;
  private final MatterAccess access;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final long largest;

  KeptAttachments(
      AttachmentRegister register,
      ObjectStore store,
      RenditionStore renditions,
      FileSniffer sniffer,
      Ledger ledger,
      Idempotency idempotency,
      MatterAccess access,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${xiezhi.document.largest-attachment:20MB}") DataSize largest) {
    this.register = register;
    this.store = store;
    this.renditions = renditions;
    this.sniffer = sniffer;
    this.ledger = ledger;
    this.idempotency = idempotency;
    this.access = access;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.largest = largest.toBytes();
  }

  /** What makes two uploads the same. */
  private record Upload(String name, String kind, String hash) {}

  /** Looks into a file before it is kept; refuses it by throwing. */
  interface Inspection {
    void inspect(Path file, FileType type) throws IOException;
  }

  @Override
  public Attachment upload(
      String givenName, String kind, InputStream content, @Nullable String key) {
    String name = FileName.clean(givenName);
    return receive(
        content,
        incoming -> take(Ids.next(), name, kind, incoming, check(name, kind, incoming), key));
  }

  /** A photo from outside: called after its type alone, under an id that cannot be guessed. */
  Attachment takePhoto(
      String kind, InputStream content, @Nullable String key, Inspection inspection) {
    return receive(
        content,
        incoming -> {
          FileType type = check("photo", kind, incoming);
          try {
            inspection.inspect(incoming.file(), type);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return take(UUID.randomUUID(), type.photoName(), kind, incoming, type, key);
        });
  }

  private Attachment receive(InputStream content, Function<Incoming, Attachment> take) {
    Incoming incoming;
    try {
      incoming = store.receive(content, largest);
    } catch (IOException e) {
      throw new UncheckedIOException("the file could not be written to the data folder", e);
    }
    try {
      return take.apply(incoming);
    } finally {
      store.discard(incoming);
    }
  }

  private Attachment take(
      UUID id, String name, String kind, Incoming incoming, FileType type, @Nullable String key) {
    Actor actor = CurrentActor.get();
    Instant now = clock.instant();
    return idempotency.once(
        "uploadAttachment",
        key,
        new Upload(name, kind, incoming.hash()),
        Attachment.class,
        () -> {
          register.lockContent(actor.county(), incoming.hash());
          keep(actor.county(), incoming);
          var attachment =
              new Attachment(
                  id,
                  null,
                  kind,
                  name,
                  type.mediaType(),
                  incoming.size(),
                  incoming.hash(),
                  now,
                  actor.account());
          register.add(actor.county(), attachment);
          return attachment;
        });
  }

  private void keep(CountyCode county, Incoming incoming) {
    try {
      store.keep(county, incoming);
    } catch (IOException e) {
      throw new UncheckedIOException("the file could not be kept in the data folder", e);
    }
  }

  private FileType check(String name, String kind, Incoming incoming) {
    if (!kind.matches("[a-z][a-z-]{0,39}")) {
      throw refused("kind", "A kind of file is a word like source-material.", Map.of("kind", kind));
    }
    if (incoming.size() == 0) {
      throw refused("empty", "The file '" + name + "' is empty.", Map.of("name", name));
    }
    if (incoming.size() > largest) {
      throw refused(
          "too-large",
          "The file '%s' is larger than the %d MB that one file may have."
              .formatted(name, largest >> 20),
          Map.of("name", name, "limit", largest));
    }
    String found;
    try {
      found = sniffer.mediaTypeOf(incoming.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FileType type =
        FileType.of(found)
            .orElseThrow(
                () ->
                    refused(
                        "type-not-allowed",
                        "The file '%s' is by its content %s, which is not taken in; taken in are %s."
                            .formatted(name, found, String.join(", ", FileType.allEndings())),
                        Map.of("name", name, "found", found, "allowed", FileType.allEndings())));
    if (!type.mayBeNamed(name)) {
      throw refused(
          "name-belies-content",
          "The file '%s' is by its content %s and must not be called otherwise."
              .formatted(name, found),
          Map.of("name", name, "found", found));
    }
    return type;
  }

  private static RefusedException refused(
      String code, String sentence, Map<String, Object> details) {
    return new RefusedException(
        Refusal.of(Refusal.Kind.MALFORMED, "document." + code, sentence, details));
  }

  /** A file to be given out. */
  public record Content(Attachment attachment, Path file) {}

  /** The file, if the actor may see the matter it belongs to, or uploaded it. */
  @Transactional(readOnly = true)
  public Content download(UUID id) {
    Actor actor = CurrentActor.get();
    Attachment attachment =
        register.find(actor.county(), id).orElseThrow(() -> new RefusedException(unknown(id)));
    maySee(actor, attachment).orThrow();
    try {
      return new Content(attachment, store.open(actor.county(), attachment.hash()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Permission maySee(Actor actor, Attachment attachment) {
    if (attachment.matter() != null) {
      return access.maySee(actor, attachment.matter());
    }
    return attachment.addedBy().equals(actor.account())
        ? Permission.allowed()
        : Permission.refused(unknown(attachment.id()));
  }

  private static Refusal unknown(UUID id) {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "document.no-such-attachment",
        "There is no file " + id,
        Map.of("attachment", id.toString()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Attachment> of(MatterId matter) {
    return register.of(CurrentActor.get().county(), matter);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Attachment> find(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : register.find(CurrentActor.get().county(), ids);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void attach(MatterId matter, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Actor actor = CurrentActor.get();
    Set<UUID> wanted = new LinkedHashSet<>(ids);
    List<Attachment> found = register.lock(actor.county(), wanted);
    Set<UUID> there = found.stream().map(Attachment::id).collect(Collectors.toSet());
    List<Refusal> refusals = new ArrayList<>();
    List<Attachment> fresh = new ArrayList<>();
    wanted.stream()
        .filter(id -> !there.contains(id))
        .map(KeptAttachments::unknown)
        .forEach(refusals::add);
    for (Attachment a : found) {
      if (a.matter() == null && a.addedBy().equals(actor.account())) {
        fresh.add(a);
      } else if (a.matter() == null) {
        refusals.add(unknown(a.id()));
      } else if (!a.matter().equals(matter)) {
        refusals.add(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "document.attached-elsewhere",
                "The file " + a.id() + " belongs to another matter; upload it again for this one",
                Map.of("attachment", a.id().toString())));
      }
    }
    Permission.of(refusals).orThrow();
    if (fresh.isEmpty()) {
      return;
    }
    register.attach(actor.county(), matter, fresh.stream().map(Attachment::id).toList());
    Instant now = clock.instant();
    for (Attachment a : fresh) {
      ledger.record(
          now,
          "attachment.added",
          "attachment:" + a.id(),
          matter,
          Map.of(
              "kind", a.kind(),
              "name", a.name(),
              "mediaType", a.mediaType(),
              "size", a.size(),
              "hash", a.hash()));
    }
  }

  /** Forgets uploads of more than a day ago that belong to no matter, and contents nobody needs. */
  @Override
  public void sweep(CountyCode county, Instant now) {
    List<String> let =
        transaction.execute(
            _ -> register.forgetUnattached(county, now.minus(UNATTACHED), SWEPT_AT_ONCE));
    for (String hash : let == null ? List.<String>of() : let) {
      transaction.executeWithoutResult(
          _ -> {
            register.lockContent(county, hash);
            if (!register.isNeeded(county, hash)) {
              try {
                store.remove(county, hash);
                renditions.remove(county, hash);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          });
    }
  }
}
