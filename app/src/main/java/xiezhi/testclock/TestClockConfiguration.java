package xiezhi.testclock;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Only in the profile {@code test}. */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class TestClockConfiguration {
  static final String HEADER = "Xiezhi-Clock";

  @Bean
  MovableClock clock() {
    LoggerFactory.getLogger(MovableClock.class)
        .warn("profile 'test': any request can move the clock; never use this with real data");
    return new MovableClock();
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> clockOfRequest(MovableClock clock) {
    var filter = new FilterRegistrationBean<OncePerRequestFilter>(new ClockOfRequest(clock));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  private static final class ClockOfRequest extends OncePerRequestFilter {
    private final MovableClock clock;

    ClockOfRequest(MovableClock clock) {
      this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String wanted = request.getHeader(HEADER);
      if (wanted == null) {
        chain.doFilter(request, response);
        return;
      }
      Instant instant;
      try {
        instant = OffsetDateTime.parse(wanted).toInstant();
      } catch (DateTimeException _) {
        response.sendError(400, HEADER + " is not a time with offset: " + wanted);
        return;
      }
      Exception[] thrown = new Exception[1];
      clock.at(
          instant,
          () -> {
            try {
              chain.doFilter(request, response);
            } catch (IOException | ServletException e) {
              thrown[0] = e;
            }
            return true;
          });
      if (thrown[0] instanceof IOException e) {
        throw e;
      }
      if (thrown[0] instanceof ServletException e) {
        throw e;
      }
    }
  }
}
