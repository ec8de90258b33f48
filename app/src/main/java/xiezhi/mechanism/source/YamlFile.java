package xiezhi.mechanism.source;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import xiezhi.mechanism.MechanismFault;

/**
 * Reads a YAML text into nodes that know their place. Of YAML only the plain part is let in: no
 * anchors and aliases (a few lines of them can unfold into gigabytes), no tags (they name Java
 * types), one document, a bounded depth and size.
 */
final class YamlFile {
  static final int LONGEST = 2_000_000;
  private static final int DEEPEST = 20;

  private YamlFile() {}

  /** The root node, or null if the text is not fit to be looked into. */
  static @Nullable Node parse(String file, String text, Faults faults) {
    int before = faults.count();
    if (!plainText(file, text, faults)) {
      return null;
    }
    LoaderOptions options = options();
    Parser parser = new PlainParser(file, new ParserImpl(new StreamReader(text), options), faults);
    try {
      Composer composer = new Composer(parser, new Resolver(), options);
      Node root = composer.getSingleNode();
      if (root == null) {
        faults.inFile(file, "the file is empty");
      }
      return faults.count() > before ? null : root;
    } catch (Impure e) {
      return null;
    } catch (MarkedYAMLException e) {
      String problem = e.getProblem() == null ? "not YAML" : e.getProblem();
      if (e.getProblemMark() == null) {
        faults.inFile(file, "not YAML: " + problem);
      } else {
        faults.at(file, e.getProblemMark(), "", "not YAML: " + problem);
      }
      return null;
    } catch (YAMLException e) {
      faults.inFile(file, "not YAML: " + e.getMessage());
      return null;
    }
  }

  /** Nodes of a text that has been read before. */
  static Node compose(String text) {
    return new Yaml(options()).compose(new java.io.StringReader(text));
  }

  /** Whether a text is short enough and holds nothing invisible; faults say what it holds. */
  static boolean plainText(String file, String text, Faults faults) {
    if (text.length() > LONGEST) {
      faults.inFile(
          file, "at most %,d characters are allowed, found %,d".formatted(LONGEST, text.length()));
      return false;
    }
    int before = faults.count();
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isHidden(c)) {
        faults.add(
            new MechanismFault(
                file, line, column, "", "a control character is not allowed: U+%04X".formatted(c)));
      }
      i += Character.charCount(c);
      column++;
      if (c == '\n') {
        line++;
        column = 1;
      }
    }
    return faults.count() == before;
  }

  /** Characters that do not show, or that turn the direction of what is shown. */
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n' && c != '\t';
      case Character.SURROGATE, Character.UNASSIGNED -> true;
      case Character.FORMAT ->
          (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
      default -> false;
    };
  }

  /** Thrown out of the middle of parsing; the fault has been noted. */
  private static final class Impure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Impure() {
      super("", null, false, false);
    }
  }

  /** Looks at each event as it passes, before anything is built of it. */
  private record PlainParser(String file, Parser events, Faults faults) implements Parser {
    @Override
    public boolean checkEvent(Event.ID choice) {
      return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
      return events.peekEvent();
    }

    @Override
    public Event getEvent() {
      Event event = events.peekEvent();
      refuse(event);
      return events.getEvent();
    }

    private void refuse(Event event) {
      int before = faults.count();
      if (event instanceof NodeEvent node && node.getAnchor() != null) {
        String kind = event instanceof AliasEvent ? "aliases" : "anchors";
        faults.at(
            file,
            event.getStartMark(),
            "",
            "%s are not allowed, found %s".formatted(kind, node.getAnchor()));
      }
      String tag =
          switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
          };
      if (tag != null) {
        faults.at(file, event.getStartMark(), "", "tags are not allowed, found " + tag);
      }
      if (faults.count() > before) {
        throw new Impure();
      }
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(LONGEST);
    options.setMaxAliasesForCollections(0);
    return options;
  }
}
