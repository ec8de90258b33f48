package xiezhi.portal.open311;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiezhi.portal.application.MakeReport;
import xiezhi.powers.PublicCategories.Category;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Texts;

/**
 * A request as the standard posts it: a form. What identifies a telephone or an account is not
 * kept; a picture's address is kept as words and never fetched.
 */
final class NewRequest {
  private static final int LONGEST_DESCRIPTION = 4_000;
  private static final int LONGEST_ADDRESS = 1_000;

  private final Function<String, @Nullable String> form;

  NewRequest(Function<String, @Nullable String> form) {
    this.form = form;
  }

  private String text(String field) {
    String given = form.apply(field);
    return given == null ? "" : given.strip();
  }

  String serviceCode() {
    String code = text("service_code");
    if (code.isEmpty()) {
      throw malformed("service_code was not provided.");
    }
    return code;
  }

  @Nullable BigDecimal lng() {
    return degrees("long");
  }

  @Nullable BigDecimal lat() {
    return degrees("lat");
  }

  private @Nullable BigDecimal degrees(String field) {
    String given = text(field);
    if (given.isEmpty()) {
      return null;
    }
    try {
      // numbers such as 1e999999999 would be long to write out
      if (given.length() <= 30 && given.matches("[+-]?[0-9]{1,3}([.][0-9]*)?")) {
        return new BigDecimal(given);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw malformed(field + " must be a number of degrees, WGS 84.");
  }

  MakeReport.Entry entry(Category service) {
    BigDecimal lng = lng();
    BigDecimal lat = lat();
    if ((lng == null) != (lat == null)) {
      throw malformed("lat and long must both be sent.");
    }
    String address = text("address_string");
    String addressId = text("address_id");
    if (lng == null && address.isEmpty() && addressId.isEmpty()) {
      throw malformed(
          "A location is needed: lat and long, or address_string, or address_id (the code of a"
              + " township).");
    }
    String name = name();
    String phone = text("phone");
    String email = text("email");
    boolean anonymous = name.isEmpty() && phone.isEmpty() && email.isEmpty();
    return new MakeReport.Entry(
        service.code(),
        description(service),
        division(addressId),
        address.isEmpty() && lng == null ? addressId : address,
        lng,
        lat,
        null,
        List.of(),
        anonymous,
        name,
        phone,
        email,
        "open311",
        null,
        null);
  }

  private String division(String addressId) {
    String chosen = text("attribute[" + ServiceList.DIVISION + "]");
    return chosen.isEmpty() ? addressId : chosen;
  }

  private String description(Category service) {
    String given = Texts.optional("description", form.apply("description"), LONGEST_DESCRIPTION);
    String said = given.isEmpty() ? service.description() : given;
    String media = text("media_url");
    if (media.isEmpty()) {
      return said;
    }
    String scheme = media.toLowerCase(Locale.ROOT);
    if (media.length() > LONGEST_ADDRESS
        || !(scheme.startsWith("http://") || scheme.startsWith("https://"))) {
      throw malformed("media_url must be an http address of up to 1000 characters.");
    }
    return said + "\n" + media;
  }

  /** The family name comes first where it is written in Chinese. */
  private String name() {
    String first = text("first_name");
    String last = text("last_name");
    boolean han = (last + first).codePoints().anyMatch(Character::isIdeographic);
    return han ? last + first : (first + " " + last).strip();
  }

  private static RefusedException malformed(String sentence) {
    return Refusal.of(Refusal.Kind.MALFORMED, "open311.malformed", sentence, Map.of()).exception();
  }
}
