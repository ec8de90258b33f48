package xiezhi.mechanism.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiezhi.mechanism.source.Shape.Choice;
import xiezhi.mechanism.source.Shape.Day;
import xiezhi.mechanism.source.Shape.Decimal;
import xiezhi.mechanism.source.Shape.Either;
import xiezhi.mechanism.source.Shape.Field;
import xiezhi.mechanism.source.Shape.Fields;
import xiezhi.mechanism.source.Shape.Flag;
import xiezhi.mechanism.source.Shape.ListOf;
import xiezhi.mechanism.source.Shape.OneOrMore;
import xiezhi.mechanism.source.Shape.RuleKey;
import xiezhi.mechanism.source.Shape.Scalar;
import xiezhi.mechanism.source.Shape.Table;
import xiezhi.mechanism.source.Shape.Text;
import xiezhi.mechanism.source.Shape.Whole;
import xiezhi.mechanism.source.Shape.Word;

/**
 * The shapes as JSON Schema (2020-12), for editors that complete and check while one writes. It
 * knows the vocabulary; it does not know what a shape cannot say, such as whether a clause exists.
 */
final class JsonSchemas {
  private final Vocabulary vocabulary;
  private final SequencedMap<String, Object> definitions = new LinkedHashMap<>();

  private static final Map<String, Fields> NAMED = named();

  private static Map<String, Fields> named() {
    Map<String, Fields> named = new LinkedHashMap<>();
    named.put("rule", FileShapes.RULE);
    named.put("limit", FileShapes.LIMIT);
    named.put("span", FileShapes.SPAN);
    named.put("extension", FileShapes.EXTENSION);
    named.put("gate", FileShapes.GATE);
    named.put("route", FileShapes.ROUTE);
    named.put("periodic", FileShapes.PERIODIC);
    named.put("quota", FileShapes.QUOTA);
    named.put("exception", FileShapes.EXCEPTION);
    return named;
  }

  private JsonSchemas(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The schema of {@code mechanism.yaml}; that of {@code clauses.yaml} is among its definitions.
   */
  static SequencedMap<String, Object> mechanism(Vocabulary vocabulary) {
    return new JsonSchemas(vocabulary).build();
  }

  private SequencedMap<String, Object> build() {
    SequencedMap<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "A mechanism of Xiezhi, format 1");
    schema.put(
        "description",
        "mechanism.yaml of a county, or of the national or platform tier. clauses.yaml:"
            + " #/$defs/clauses. Generated; see docs/mechanism-file.md.");
    schema.put(
        "anyOf",
        List.of(Map.of("$ref", "#/$defs/county-file"), Map.of("$ref", "#/$defs/tier-file")));
    define("county-file", FileShapes.COUNTY_FILE);
    define("tier-file", FileShapes.TIER_FILE);
    define("clauses", FileShapes.CLAUSES_FILE);
    schema.put("$defs", definitions);
    return schema;
  }

  private void define(String name, Shape shape) {
    // its place first: definitions appear in the order in which they are met
    definitions.put(name, Map.of());
    definitions.put(name, plain(shape));
  }

  private Map<String, Object> schema(Shape shape) {
    for (var named : NAMED.entrySet()) {
      if (shape.equals(named.getValue())) {
        if (!definitions.containsKey(named.getKey())) {
          define(named.getKey(), shape);
        }
        return Map.of("$ref", "#/$defs/" + named.getKey());
      }
    }
    return plain(shape);
  }

  private Map<String, Object> plain(Shape shape) {
    SequencedMap<String, Object> schema = new LinkedHashMap<>();
    switch (shape) {
      case Text(var longest, var pattern, var what) -> {
        schema.put("type", "string");
        schema.put("maxLength", longest);
        schema.put("pattern", pattern == null ? "\\S" : "^(" + pattern.pattern() + ")$");
        if (pattern != null) {
          schema.put("description", what);
        }
      }
      case Whole(int min, int max) -> {
        schema.put("type", "integer");
        schema.put("minimum", min);
        schema.put("maximum", max);
      }
      case Decimal(var min, var max) -> {
        schema.put("type", "number");
        schema.put("minimum", min);
        schema.put("maximum", max);
      }
      case Flag() -> schema.put("type", "boolean");
      case Day() -> {
        schema.put("type", "string");
        schema.put("format", "date");
        schema.put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
      }
      case Scalar() -> schema.put("type", List.of("string", "number", "boolean"));
      case Choice(var words) -> schema.put("enum", words);
      case Word(var list) -> {
        return words(list, vocabulary.words(list));
      }
      case RuleKey() -> {
        return words("rule-keys", vocabulary.keys().keySet());
      }
      case ListOf(var item, int least) -> list(schema, item, least);
      case OneOrMore(var item) ->
          schema.put("anyOf", List.of(schema(item), list(new LinkedHashMap<>(), item, 1)));
      case Table(var name, var value) -> {
        schema.put("type", "object");
        schema.put("propertyNames", schema(name));
        schema.put("additionalProperties", schema(value));
      }
      case Either(var plain, var fields) ->
          schema.put("anyOf", List.of(schema(plain), schema(fields)));
      case Fields fields -> fields(schema, fields);
    }
    return schema;
  }

  private Map<String, Object> words(String list, Set<String> words) {
    definitions.putIfAbsent(list, Map.of("enum", List.copyOf(words)));
    return Map.of("$ref", "#/$defs/" + list);
  }

  private SequencedMap<String, Object> list(
      SequencedMap<String, Object> schema, Shape item, int least) {
    schema.put("type", "array");
    if (least > 0) {
      schema.put("minItems", least);
    }
    schema.put("items", schema(item));
    return schema;
  }

  private void fields(SequencedMap<String, Object> schema, Fields fields) {
    schema.put("type", "object");
    SequencedMap<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Field field : fields.fields()) {
      boolean chosen = fields.exactlyOne().stream().anyMatch(g -> g.contains(field.name()));
      properties.put(
          field.name(),
          described(field.required() || chosen ? null : "null", schema(field.shape()), field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!fields.exactlyOne().isEmpty()) {
      schema.put(
          "allOf",
          fields.exactlyOne().stream()
              .map(
                  group ->
                      Map.of(
                          "oneOf",
                          new TreeSet<>(group)
                              .stream().map(n -> Map.of("required", List.of(n))).toList()))
              .toList());
    }
  }

  private static Map<String, Object> described(
      @Nullable String or, Map<String, Object> schema, Field field) {
    SequencedMap<String, Object> described = new LinkedHashMap<>();
    if (!field.about().isEmpty()) {
      described.put("description", field.about());
    }
    if (or != null) {
      described.put("anyOf", List.of(schema, Map.of("type", or)));
    } else {
      schema.forEach(described::putIfAbsent);
    }
    return described;
  }
}
