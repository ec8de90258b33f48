package xiezhi.intake.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/**
 * What somebody types of a complaint.
 *
 * @param lead what it is about
 * @param channel {@code phone}, {@code letter}, {@code visit}, {@code hotline}, {@code platform},
 *     {@code media}, {@code web} or {@code open311}
 * @param receivedAt when it came in; null for now
 * @param writtenMaterial whether the complainant handed in something in writing
 */
public record Grievance(
    Lead lead,
    String channel,
    @Nullable Instant receivedAt,
    boolean writtenMaterial,
    @Nullable String externalNumber,
    @Nullable String category,
    Complainant complainant) {
  static final Set<String> STAFF_CHANNELS =
      Set.of("phone", "letter", "visit", "hotline", "platform", "media");
  static final Set<String> PUBLIC_CHANNELS = Set.of("web", "open311");

  /**
   * @param anonymous wants to stay unknown: nothing else of them is kept then
   */
  public record Complainant(
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String email) {
    public static final Complainant ANONYMOUS = new Complainant(true, null, null, null, null);

    /** Checked, without what anonymity forbids to keep. */
    Complainant checked() {
      if (anonymous) {
        return ANONYMOUS;
      }
      return new Complainant(
          false,
          Texts.optional("complainant.name", name, 100),
          phone(Texts.optional("complainant.phone", phone, 40)),
          Texts.optional("complainant.address", address, 300),
          Texts.optional("complainant.email", email, 200));
    }

    private static String phone(String typed) {
      if (!typed.isEmpty() && !typed.matches("[+0-9 ()/-]{5,40}")) {
        throw Refusal.malformed(
                "complainant.phone", "must be a telephone number: digits, blanks, + ( ) / -")
            .exception();
      }
      return typed;
    }

    /** Whether there is a way to reach them. */
    boolean reachable() {
      return List.of(text(phone), text(address), text(email)).stream().anyMatch(t -> !t.isBlank());
    }

    boolean known() {
      return reachable() || !text(name).isBlank();
    }

    private static String text(@Nullable String t) {
      return t == null ? "" : t;
    }
  }

  /** By which of the matter's sources it is counted. */
  public static String source(String channel) {
    return switch (channel) {
      case "hotline", "platform", "media" -> channel;
      default -> "complaint";
    };
  }
}
