package xiezhi.device.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Sm3;

/**
 * With which a device shows who it is: {@code xzd_<county>_<device>_<secret>}. Names its county,
 * behind whose wall it is looked up; the secret has 256 bits, so a plain hash of it is enough.
 */
record DeviceKey(CountyCode county, UUID device, String text) {
  private static final Pattern SHAPE =
      Pattern.compile("xzd_([0-9]{6})_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  static DeviceKey next(CountyCode county, UUID device) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new DeviceKey(
        county,
        device,
        "xzd_%s_%s_%s"
            .formatted(
                county,
                device.toString().replace("-", ""),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
  }

  /** As it was sent; empty if it cannot be one. */
  static Optional<DeviceKey> sent(String text) {
    var shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    String id = shape.group(2).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    return Optional.of(new DeviceKey(new CountyCode(shape.group(1)), UUID.fromString(id), text));
  }

  String hash() {
    return Sm3.of(text);
  }

  boolean fits(String hash) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "key of " + device;
  }
}
