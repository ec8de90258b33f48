package xiezhi.document;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.AccountId;
import xiezhi.shared.MatterId;

/** Files that belong to a matter, each content stored once. */
public interface Attachments {
  /**
   * @param kind what it is in the file: {@code source-material}, {@code preliminary-evidence},
   *     {@code statement-of-facts}, …
   * @param hash SM3 of the content, hexadecimal
   * @param size bytes
   */
  record Attachment(
      UUID id,
      @Nullable MatterId matter,
      String kind,
      String name,
      String mediaType,
      long size,
      String hash,
      Instant addedAt,
      AccountId addedBy) {}

  /**
   * Those of one matter, oldest first. The caller has made sure that the actor may see the matter.
   */
  List<Attachment> of(MatterId matter);

  /**
   * Takes a file in; until it is tied to a matter only the uploader sees it. Refuses what is empty,
   * too large, or not what its name says.
   *
   * @param key idempotency key; null if none was given
   */
  Attachment upload(String givenName, String kind, InputStream content, @Nullable String key);

  List<Attachment> find(Collection<UUID> ids);

  /**
   * Ties uploaded files to the matter they were uploaded for; refuses one that is another matter's
   * or another's upload.
   */
  void attach(MatterId matter, Collection<UUID> ids);
}
