package xiezhi.document;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Photos as evidence. The original is kept untouched, with what the camera wrote into it, for those
 * who handle the matter; anybody else is shown only a <em>rendition</em>: decoded, made smaller and
 * written anew, so that no place, time, owner's name, thumbnail or hidden content goes with it.
 */
public interface Photos {
  /**
   * What a photo says of itself: data for those who handle the matter, to be checked like any
   * statement, never public.
   *
   * @param width in pixels, as it is to be looked at
   * @param takenAt by the camera's clock
   * @param takenOffset that clock's difference from UTC as {@code +08:00}; null if not written
   * @param lng degrees east, WGS-84; null if not written
   * @param accuracy of the place in metres; null if not written
   * @param direction in which the camera looked, degrees from north; null if not written
   */
  record Facts(
      int width,
      int height,
      @Nullable LocalDateTime takenAt,
      @Nullable String takenOffset,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable BigDecimal accuracy,
      @Nullable BigDecimal direction) {}

  /**
   * Takes in a photo from somebody who has no desk here: the public, a device. Only JPEG, PNG and
   * WebP that can be decoded; the name it was given is not kept, its id cannot be guessed, and
   * until it is tied to a matter nobody can read it.
   *
   * @param kind as {@link Attachments.Attachment#kind}
   * @param key idempotency key; null if none was given
   */
  UUID take(String kind, InputStream content, @Nullable String key);

  /** Of a picture the actor may see. */
  Facts facts(UUID attachment);

  /** A JPEG file without any metadata, of a picture the actor may see. */
  Path rendition(UUID attachment);

  /** As {@link #rendition}, for a caller that has made sure that it may be shown. */
  Path renditionOf(Attachments.Attachment attachment);
}
