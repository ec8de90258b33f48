package xiezhi.mechanism.source;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
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
    Yaml yaml = new Yaml(options());
    try {
      int documents = 0;
      for (Event event : yaml.parse(new StringReader(text))) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
          faults.at(file, event.getStartMark(), "", "one document is needed, found another one");
        }
        refuse(file, event, faults);
      }
      if (faults.count() > before) {
        return null;
      }
      Node root = yaml.compose(new StringReader(text));
      if (root == null) {
        faults.inFile(file, "the file is empty");
      }
      return root;
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
    return new Yaml(options()).compose(new StringReader(text));
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

  private static void refuse(String file, Event event, Faults faults) {
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      faults.at(
          file,
          event.getStartMark(),
          "",
          event instanceof AliasEvent
              ? "aliases are not allowed, found *" + node.getAnchor()
              : "anchors are not allowed, found &" + node.getAnchor());
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
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(LONGEST);
    options.setMaxAliasesForCollections(0);
    return options;
  }
}
