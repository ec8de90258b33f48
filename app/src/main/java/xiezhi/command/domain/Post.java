package xiezhi.command.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ground;

/**
 * 指挥平台、片区、勤务指挥: a place from which orders are given, as a rule of the key {@code command_post} says
 * it. It is no body and no row; only who sits in its seats is kept.
 *
 * @param id the rule's, and where each township has one, its division behind an {@code @}
 * @param name as the county calls it, with its township where each has one
 * @param head what who commands here is called: 召集人, 片长
 * @param headFrom the body at which the head sits, and in whose name letters go out
 * @param headRole the role the head must hold there, as {@code SIGNER}; null for any
 * @param by who may give orders from here
 * @param divisions of the townships it commands; empty: the whole county
 * @param to kinds of bodies that may be ordered; empty: teams, stationed bodies and townships
 * @param places the members' seats
 * @param ground of the rule
 * @param wanted what the county's rules say of its being filled; null where they say nothing
 */
public record Post(
    String id,
    String name,
    String head,
    BodyId headFrom,
    @Nullable String headRole,
    By by,
    Set<String> divisions,
    Set<String> to,
    List<Place> places,
    Ground ground,
    @Nullable Wanted wanted) {

  /** The seat of who commands. */
  public static final String HEAD = "head";

  /** Kinds of bodies that may be ordered where the rule names none. */
  private static final Set<String> ORDERED =
      Set.of("team", "dispatched", "township", "internal-organ");

  /** Who gives orders from a post. */
  public enum By {
    /** Only who sits in the head's seat. */
    HEAD,
    /** Whoever works at the head's body. */
    BODY,
    /** Those who sign for the head's body. */
    SIGNER;

    static By of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * A member's seat.
   *
   * @param body whose person sits there; null where the directory has no such body here
   */
  public record Place(String seat, @Nullable BodyId body) {}

  /** How many must sit in the head's seat, in the words of the text: nobody is too few. */
  public record Wanted(String words, Ground ground) {}

  public Post {
    divisions = Set.copyOf(divisions);
    to = Set.copyOf(to);
    places = List.copyOf(places);
  }

  public static By by(String key) {
    return By.of(key);
  }

  /** Whether a body of that kind and division is under its command. */
  public boolean commands(String kind, @Nullable String division) {
    return (to.isEmpty() ? ORDERED : to).contains(kind)
        && (divisions.isEmpty() || (division != null && divisions.contains(division)));
  }

  /** The body from which that seat is filled; null if there is no such seat, or no such body. */
  public @Nullable BodyId bodyOf(String seat) {
    return seat.equals(HEAD)
        ? headFrom
        : places.stream()
            .filter(p -> p.seat().equals(seat))
            .map(Place::body)
            .filter(b -> b != null)
            .findFirst()
            .orElse(null);
  }

  /** Names and selectors of the members' seats: {@code 公安派出所=dispatched:派出所, …}. */
  public static Map<String, String> members(String words) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String word : words(words)) {
      int at = word.indexOf('=');
      found.put(at < 0 ? word : word.substring(0, at), at < 0 ? word : word.substring(at + 1));
    }
    return found;
  }

  /** The words of a list that is one text. */
  public static List<String> words(String text) {
    return Arrays.stream(text.split("[,，、]", -1))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }
}
