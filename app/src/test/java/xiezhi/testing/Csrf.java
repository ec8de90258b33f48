package xiezhi.testing;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * What a browser sends with every change: the cookie and the header that says the same. Spring's
 * own {@code csrf()} puts another guard into the application, which real connections meet too.
 */
public final class Csrf {
  private static final String TOKEN = "a-token-of-this-visit";

  private Csrf() {}

  public static RequestPostProcessor csrf() {
    return Csrf::sign;
  }

  private static MockHttpServletRequest sign(MockHttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    request.setCookies(
        Stream.concat(
                cookies == null ? Stream.empty() : Arrays.stream(cookies),
                Stream.of(new Cookie("XSRF-TOKEN", TOKEN)))
            .toArray(Cookie[]::new));
    request.addHeader("X-XSRF-TOKEN", TOKEN);
    return request;
  }
}
