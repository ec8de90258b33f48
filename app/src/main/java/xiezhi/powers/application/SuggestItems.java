package xiezhi.powers.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.powers.Powers;
import xiezhi.powers.Powers.Competence;
import xiezhi.powers.domain.PowerRegister;
import xiezhi.powers.domain.Suggestions;
import xiezhi.powers.domain.Suggestions.Suggestion;
import xiezhi.shared.CurrentActor;

/** Helps whoever takes something in to the right item, and to whom it belongs there. */
@Service
@Transactional(readOnly = true)
public class SuggestItems {
  private static final int SHOWN = 8;

  private final PowerRegister register;
  private final Powers powers;

  /** The items are the same for all counties and are read once at start; so is this. */
  private volatile @Nullable Suggestions items;

  SuggestItems(PowerRegister register, Powers powers) {
    this.register = register;
    this.powers = powers;
  }

  /**
   * @param competence who holds it there on that day; null where no place was given
   */
  public record Suggested(Suggestion item, @Nullable Competence competence) {}

  public List<Suggested> suggest(String telling, @Nullable String division, LocalDate on) {
    List<Suggestion> found = items().of(telling, SHOWN);
    if (division == null || division.isEmpty() || found.isEmpty()) {
      return found.stream().map(s -> new Suggested(s, null)).toList();
    }
    Map<String, Competence> competence =
        powers
            .competence(
                CurrentActor.get().county(),
                found.stream().map(Suggestion::code).toList(),
                division,
                on)
            .stream()
            .collect(Collectors.toMap(Competence::code, Function.identity()));
    return found.stream().map(s -> new Suggested(s, competence.get(s.code()))).toList();
  }

  private Suggestions items() {
    Suggestions read = items;
    if (read == null) {
      read = new Suggestions(register.sources());
      items = read;
    }
    return read;
  }
}
