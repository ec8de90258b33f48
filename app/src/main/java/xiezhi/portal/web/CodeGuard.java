package xiezhi.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import xiezhi.portal.application.PublicCounty;
import xiezhi.portal.application.RateLimits;
import xiezhi.portal.application.RateLimits.Act;
import xiezhi.portal.application.Source;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/**
 * Does what is asked by code, in the code's county; who asks for codes that are none soon asks no
 * more.
 */
@Component
class CodeGuard {
  private final PublicCounty counties;
  private final RateLimits limits;

  CodeGuard(PublicCounty counties, RateLimits limits) {
    this.counties = counties;
    this.limits = limits;
  }

  <T> T by(String code, HttpServletRequest request, Supplier<T> work) {
    String source = Source.of(request);
    limits.mustHaveLeft(Act.WRONG_CODE, source);
    try {
      return counties.ofCode(code, work);
    } catch (RefusedException e) {
      if (e.refusals().stream().anyMatch(r -> r.kind() == Refusal.Kind.UNKNOWN)) {
        limits.take(Act.WRONG_CODE, source);
      }
      throw e;
    }
  }
}
