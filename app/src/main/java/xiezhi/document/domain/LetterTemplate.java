package xiezhi.document.domain;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import xiezhi.document.domain.LetterText.Block;
import xiezhi.document.domain.LetterText.Block.Row;
import xiezhi.document.domain.LetterText.Look;

/**
 * What a letter is made of: read from data, so that its words are nobody's code.
 *
 * @param key as {@code transfer}
 * @param name what it is called where the county's mechanism does not call it otherwise
 * @param asks what it can say, and whether it can go out without
 */
public record LetterTemplate(
    String key, String name, Look look, Map<String, Ask> asks, List<Part> parts) {

  /**
   * One thing that the letter asks for.
   *
   * @param must whether it cannot go out without
   * @param what it is, for people
   */
  public record Ask(boolean must, String what) {}

  /** Makes a block of the data, or nothing. The counter numbers the headings. */
  @FunctionalInterface
  public interface Part {
    @Nullable Block fill(Map<String, Object> data, int[] headings);
  }

  private static final Mustache.Compiler MUSTACHE =
      Mustache.compiler()
          .escapeHTML(false)
          .defaultValue("")
          .emptyStringIsFalse(true)
          .standardsMode(false);

  private static final String NUMERALS = "〇一二三四五六七八九";

  public LetterTemplate {
    asks = Map.copyOf(asks);
    parts = List.copyOf(parts);
  }

  /** A file that is no template: says where it goes wrong. */
  public static final class Fault extends RuntimeException {
    Fault(String key, String message) {
      super("letter " + key + ": " + message);
    }
  }

  /** From the parsed YAML of its file. */
  public static LetterTemplate read(String key, Map<String, Object> file) {
    var asks = new LinkedHashMap<String, Ask>();
    map(key, "asks", file.get("asks"))
        .forEach(
            (name, ask) -> {
              var about = map(key, name, ask);
              asks.put(
                  name,
                  new Ask(Boolean.TRUE.equals(about.get("must")), text(key, about.get("what"))));
            });
    var parts = new ArrayList<Part>();
    for (Object block : list(key, "blocks", file.get("blocks"))) {
      parts.add(part(key, map(key, "a block", block)));
    }
    return new LetterTemplate(
        key,
        text(key, file.get("name")),
        Look.valueOf(text(key, file.get("look")).toUpperCase(Locale.ROOT)),
        asks,
        parts);
  }

  /** What must be there and is not, in the order of the names. */
  public List<String> lacking(Map<String, Object> data) {
    return asks.entrySet().stream()
        .filter(ask -> ask.getValue().must() && isBlank(data.get(ask.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The letter, with everything filled in. */
  public LetterText fill(
      String title, String issuer, String number, String date, Map<String, Object> data) {
    var all = new HashMap<>(clean(data));
    all.put("issuer", Characters.clean(issuer));
    all.put("number", Characters.clean(number));
    all.put("date", date);
    var headings = new int[1];
    var blocks = new ArrayList<Block>();
    for (Part part : parts) {
      Block block = part.fill(all, headings);
      if (block instanceof Block.Paragraph(var text)) {
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(Block.Paragraph::new)
            .forEach(blocks::add);
      } else if (block != null) {
        blocks.add(block);
      }
    }
    return new LetterText(
        look, Characters.clean(issuer), Characters.clean(number), Characters.clean(title), blocks);
  }

  private static Part part(String key, Map<String, Object> block) {
    var said = new HashMap<>(block);
    Object when = said.remove("when");
    if (said.size() != 1) {
      throw new Fault(key, "a block is one thing, found " + said.keySet());
    }
    var only = said.entrySet().iterator().next();
    Part part = part(key, only.getKey(), only.getValue());
    if (when == null) {
      return part;
    }
    String name = text(key, when);
    return (data, headings) -> isBlank(data.get(name)) ? null : part.fill(data, headings);
  }

  private static Part part(String key, String kind, Object value) {
    return switch (kind) {
      case "addressee" -> oneText(key, value, Block.Addressee::new);
      case "text" -> oneText(key, value, Block.Paragraph::new);
      case "heading" -> {
        Part plain = oneText(key, value, Block.Heading::new);
        yield (data, headings) ->
            plain.fill(data, headings) instanceof Block.Heading(var text)
                ? new Block.Heading(numeral(++headings[0]) + "、" + text)
                : null;
      }
      case "rows" -> {
        var rows = columns(key, map(key, kind, value));
        yield (data, _) -> {
          var filled = new ArrayList<Row>();
          rows.forEach(
              (label, say) -> {
                String text = say.apply(data).strip();
                if (!text.isEmpty()) {
                  filled.add(new Row(label, text));
                }
              });
          return filled.isEmpty() ? null : new Block.Rows(filled);
        };
      }
      case "list" -> each(key, kind, value, Block.Items::new);
      case "attachments" -> each(key, kind, value, Block.Attachments::new);
      case "table" -> table(key, map(key, kind, value));
      case "signature" -> {
        var lines =
            list(key, kind, value).stream().map(line -> sayer(key, text(key, line))).toList();
        yield (data, _) ->
            new Block.Signature(lines.stream().map(line -> line.apply(data)).toList());
      }
      case "signatures" -> {
        var people = columns(key, map(key, kind, value));
        yield (data, _) -> {
          var filled = new ArrayList<Row>();
          people.forEach((label, say) -> filled.add(new Row(label, say.apply(data))));
          return new Block.Signatures(filled);
        };
      }
      default -> throw new Fault(key, "no block is called " + kind);
    };
  }

  private static Part oneText(String key, Object value, Function<String, Block> block) {
    var say = sayer(key, text(key, value));
    return (data, _) -> {
      String text = say.apply(data).strip();
      return text.isEmpty() ? null : block.apply(text);
    };
  }

  private static Part each(
      String key, String kind, Object value, Function<List<String>, Block> block) {
    var about = map(key, kind, value);
    String name = text(key, about.get("each"));
    var say = sayer(key, text(key, about.get("say")));
    return (data, _) -> {
      List<String> lines =
          items(data.get(name)).stream()
              .map(say)
              .map(line -> line.strip().replaceAll("\\s*\\R\\s*", " "))
              .filter(line -> !line.isEmpty())
              .toList();
      return lines.isEmpty() ? null : block.apply(lines);
    };
  }

  private static Part table(String key, Map<String, Object> about) {
    String name = text(key, about.get("each"));
    var columns = columns(key, map(key, "columns", about.get("columns")));
    return (data, _) -> {
      var rows =
          items(data.get(name)).stream()
              .map(item -> columns.values().stream().map(say -> say.apply(item).strip()).toList())
              .toList();
      return rows.isEmpty() ? null : new Block.Table(List.copyOf(columns.keySet()), rows);
    };
  }

  private static Map<String, Function<Object, String>> columns(
      String key, Map<String, Object> about) {
    var columns = new LinkedHashMap<String, Function<Object, String>>();
    about.forEach((label, say) -> columns.put(label, sayer(key, text(key, say))));
    return columns;
  }

  private static Function<Object, String> sayer(String key, String words) {
    try {
      Template template = MUSTACHE.compile(words);
      return template::execute;
    } catch (MustacheException e) {
      throw new Fault(key, e.getMessage() + " in: " + words);
    }
  }

  /** 一 … 九十九. */
  static String numeral(int n) {
    String ones = n % 10 == 0 ? "" : NUMERALS.substring(n % 10, n % 10 + 1);
    if (n < 10) {
      return ones;
    }
    return (n < 20 ? "" : NUMERALS.substring(n / 10, n / 10 + 1)) + "十" + ones;
  }

  private static boolean isBlank(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Boolean b -> !b;
      case Collection<?> items -> items.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> value.toString().isBlank();
    };
  }

  private static List<Object> items(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> items -> List.copyOf(items);
      default -> List.of(value);
    };
  }

  /** Every text without what does not belong on paper; everything else as it is. */
  private static Map<String, Object> clean(Map<String, Object> data) {
    return cleaned(data, Characters::clean);
  }

  private static Map<String, Object> cleaned(Map<?, ?> data, UnaryOperator<String> clean) {
    var cleaned = new LinkedHashMap<String, Object>();
    data.forEach(
        (name, value) -> {
          if (!isBlank(value)) {
            cleaned.put(name.toString(), cleaned(value, clean));
          }
        });
    return cleaned;
  }

  private static Object cleaned(Object value, UnaryOperator<String> clean) {
    return switch (value) {
      case Boolean b -> b;
      case Map<?, ?> map -> cleaned(map, clean);
      case Collection<?> items ->
          items.stream().filter(i -> !isBlank(i)).map(i -> cleaned((Object) i, clean)).toList();
      default -> clean.apply(value.toString());
    };
  }

  @SuppressWarnings("unchecked") // YAML keys of ours are texts; a fault otherwise shows at once
  private static Map<String, Object> map(String key, String what, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new Fault(key, what + " should be a map, found " + value);
  }

  private static List<?> list(String key, String what, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new Fault(key, what + " should be a list, found " + value);
  }

  private static String text(String key, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new Fault(key, "a text should stand where " + value + " stands");
  }
}
