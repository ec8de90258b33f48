package xiezhi.command.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;

/**
 * 联合执法人员名单、装备: an officer or a piece of equipment that a post may dispatch. Whoever is on the list
 * is published, until they are taken off it.
 *
 * @param account of the officer; null for equipment
 * @param certificate number of the officer's enforcement certificate, or of the equipment
 * @param removedAt null while it is listed
 */
public record Listed(
    UUID id,
    String post,
    Kind kind,
    @Nullable String account,
    String name,
    BodyId body,
    String certificate,
    Instant listedAt,
    String listedBy,
    @Nullable Instant removedAt,
    String reason,
    int version) {

  public enum Kind {
    OFFICER,
    EQUIPMENT;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
