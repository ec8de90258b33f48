package xiezhi.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import xiezhi.identity.application.Sessions;
import xiezhi.identity.application.Token;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;

/** Finds out who asks, and lets the whole request run as that actor. */
final class SessionFilter extends OncePerRequestFilter {
  private final Sessions sessions;
  private final HandlerExceptionResolver faults;

  SessionFilter(Sessions sessions, HandlerExceptionResolver faults) {
    this.sessions = sessions;
    this.faults = faults;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Actor> actor;
    try {
      actor = SessionCookie.in(request).flatMap(sessions::resume);
    } catch (RuntimeException e) {
      faults.resolveException(request, response, null, e);
      return;
    }
    if (actor.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    SecurityContextHolder.setContext(new SecurityContextImpl(authentication(actor.get())));
    try {
      run(actor.get(), request, response, chain);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static UsernamePasswordAuthenticationToken authentication(Actor actor) {
    List<SimpleGrantedAuthority> roles =
        actor.roles().stream().map(r -> new SimpleGrantedAuthority("ROLE_" + r.name())).toList();
    return UsernamePasswordAuthenticationToken.authenticated(actor, null, roles);
  }

  private static void run(
      Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Exception thrown =
        CurrentActor.<@org.jspecify.annotations.Nullable Exception>as(
            actor,
            () -> {
              try {
                chain.doFilter(request, response);
                return null;
              } catch (IOException | ServletException e) {
                return e;
              }
            });
    if (thrown instanceof IOException e) {
      throw e;
    }
    if (thrown instanceof ServletException e) {
      throw e;
    }
  }

  /** The cookie that holds a session's token. */
  static final class SessionCookie {
    static final String NAME = "XIEZHI";

    private SessionCookie() {}

    static Optional<Token> in(HttpServletRequest request) {
      Cookie[] cookies = request.getCookies();
      if (cookies != null) {
        for (Cookie cookie : cookies) {
          if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
            return Optional.of(new Token(cookie.getValue()));
          }
        }
      }
      return Optional.empty();
    }

    static String of(Token token, HttpServletRequest request) {
      return text(token.value(), request, "");
    }

    static String gone(HttpServletRequest request) {
      return text("", request, "; Max-Age=0");
    }

    private static String text(String value, HttpServletRequest request, String more) {
      return String.format(
          Locale.ROOT,
          "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s",
          NAME,
          value,
          request.isSecure() ? "; Secure" : "",
          more);
    }
  }
}
