package xiezhi.mechanism.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a place of a file. The same shapes check a file ({@link ShapeCheck}) and are
 * published as its JSON Schema ({@link JsonSchemas}), so the two cannot disagree.
 */
sealed interface Shape {

  /**
   * @param what how a message calls it, as {@code a rule id of lower-case letters and hyphens}
   */
  record Text(int longest, @Nullable Pattern pattern, String what) implements Shape {}

  record Whole(int min, int max) implements Shape {}

  record Decimal(BigDecimal min, BigDecimal max) implements Shape {}

  record Flag() implements Shape {}

  record Day() implements Shape {}

  /** Any single value. */
  record Scalar() implements Shape {}

  /** One of a fixed choice that the code switches over. */
  record Choice(List<String> words) implements Shape {}

  /** One word of that list of the vocabulary. */
  record Word(String list) implements Shape {}

  /** A key of the rule-key catalogue. */
  record RuleKey() implements Shape {}

  record ListOf(Shape item, int least) implements Shape {}

  /** A single value, or a list of them. */
  record OneOrMore(Shape item) implements Shape {}

  /** Fields whose names are data. */
  record Table(Shape name, Shape value) implements Shape {}

  /**
   * @param exactlyOne groups of fields of which each needs one and allows only one
   */
  record Fields(List<Field> fields, List<Set<String>> exactlyOne) implements Shape {
    Fields(Field... fields) {
      this(List.of(fields), List.of());
    }

    @Nullable Field find(String name) {
      return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
    }
  }

  /** Either of them, told apart by whether fields stand there or not. */
  record Either(Shape plain, Fields fields) implements Shape {}

  /**
   * @param about what it says, for whoever writes such a file
   */
  record Field(String name, boolean required, Shape shape, String about) {}
}
