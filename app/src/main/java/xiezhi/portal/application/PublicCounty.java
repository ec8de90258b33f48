package xiezhi.portal.application;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** Enters a county as its public, whoever may be signed in on the same machine. */
@Component
public class PublicCounty {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final Counties counties;

  PublicCounty(Counties counties) {
    this.counties = counties;
  }

  public <T> T in(String code, Supplier<T> work) {
    return CurrentActor.as(Actor.publicIn(get(code).code()), work);
  }

  public County get(String code) {
    return find(code)
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "organisation.no-such-county",
                        "There is no county " + shown(code) + " here.",
                        Map.of("county", shown(code)))
                    .exception());
  }

  public Optional<County> find(String code) {
    return CODE.matcher(code).matches() ? counties.find(new CountyCode(code)) : Optional.empty();
  }

  /** The county that a code names, whose first six digits are its own. */
  public <T> T ofCode(String typed, Supplier<T> work) {
    String digits = typed.replaceAll("[^0-9A-Za-z]", "");
    County county =
        (digits.length() < 6 ? Optional.<County>empty() : find(digits.substring(0, 6)))
            .orElseThrow(PublicCounty::noSuchCode);
    return CurrentActor.as(Actor.publicIn(county.code()), work);
  }

  static RefusedException noSuchCode() {
    return Refusal.of(
            Refusal.Kind.UNKNOWN,
            "complaint.no-such-code",
            "There is no report with this code. It has six digits and ten letters, as on the"
                + " receipt.")
        .exception();
  }

  private static String shown(String code) {
    return code.length() > 20 ? code.substring(0, 20) + "…" : code;
  }
}
