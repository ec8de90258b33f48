package xiezhi.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.identity.application.IdentitySettings;
import xiezhi.identity.application.Sessions;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Problem;

/**
 * The guard before every operation. Everything under {@code /api} needs somebody signed in, except
 * what one needs to sign in; all else is the interface's own files.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {
  /** Our own files, no plug-ins, in nobody's frame; Element Plus sets styles on its elements. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  /**
   * What is done here is done as the public, as a device or as a test, whoever is signed in: no
   * session gives it any right, so another page could gain nothing by sending it in somebody's
   * name, and a sender without a session has no token to show. Under /api/test there is something
   * only in the profile test.
   */
  private static final String[] WITHOUT_SESSION = {
    "/api/public/**", "/open311/**", "/api/device-events", "/api/test/**"
  };

  @Bean
  SecurityFilterChain guard(
      HttpSecurity http,
      Sessions sessions,
      JsonMapper json,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver faults) {
    http.addFilterBefore(new SessionFilter(sessions, faults), AuthorizationFilter.class)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.spa().ignoringRequestMatchers(WITHOUT_SESSION))
        .headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY)))
        .authorizeHttpRequests(
            requests ->
                requests
                    // the request was let in when it came
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/api/session", "/api/setup", "/api/demo/**")
                    .permitAll()
                    .requestMatchers(WITHOUT_SESSION)
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/api/openapi.json",
                        "/api/counties",
                        "/api/counties/*/boundary")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .authenticated()
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint((_, response, _) -> write(json, response, notSignedIn()))
                    .accessDeniedHandler(
                        (_, response, denied) ->
                            write(
                                json,
                                response,
                                denied instanceof CsrfException ? noToken() : notAllowed())));
    return http.build();
  }

  /** Control characters have no place in a parameter; a line end may come with a pasted search. */
  @Bean
  HttpFirewall withoutControlCharacters() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(
        value -> value.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r'));
    return firewall;
  }

  /** There are no accounts but our own. */
  @Bean
  UserDetailsService noOtherUsers() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  static Refusal notSignedIn() {
    return Refusal.of(
        Refusal.Kind.UNAUTHENTICATED, "identity.not-signed-in", "Nobody is signed in.");
  }

  private static Refusal noToken() {
    return Refusal.of(
        Refusal.Kind.FORBIDDEN,
        "identity.no-csrf-token",
        "A change must carry the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");
  }

  private static Refusal notAllowed() {
    return Refusal.of(Refusal.Kind.FORBIDDEN, "identity.not-allowed", "This is not allowed.");
  }

  private static void write(JsonMapper json, HttpServletResponse response, Refusal refusal)
      throws IOException {
    Problem problem = Problem.of(refusal);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json.writeValueAsString(problem));
  }
}
