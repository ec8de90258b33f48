package xiezhi.document.photo;

import java.util.Map;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** Why a picture is not taken. */
final class BadPicture {
  private BadPicture() {}

  static RefusedException broken() {
    return refused(
        "picture-broken",
        "The picture cannot be decoded: it is damaged or was cut short; take or send it again.",
        Map.of());
  }

  static RefusedException tooLarge(int width, int height, int side, long pixels) {
    return refused(
        "picture-too-large",
        "The picture has %d × %d pixels; taken are up to %d million, and up to %d on a side."
            .formatted(width, height, pixels / 1_000_000, side),
        Map.of("width", width, "height", height, "side", side, "pixels", pixels));
  }

  static RefusedException notTaken(String found) {
    return refused(
        "not-a-photo",
        "The file is %s; as a photo only JPEG, PNG and WebP are taken (an iPhone sends JPEG if the"
                .formatted(found)
            + " camera's format is “Most Compatible”).",
        Map.of("found", found));
  }

  private static RefusedException refused(
      String code, String sentence, Map<String, Object> details) {
    return new RefusedException(
        Refusal.of(Refusal.Kind.MALFORMED, "document." + code, sentence, details));
  }
}
