package xiezhi.document.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A letter with everything filled in: what was issued, whatever becomes of its template.
 *
 * @param issuer name of the body in whose name it goes out
 * @param number 文号
 */
public record LetterText(
    Look look, String issuer, String number, String title, List<Block> blocks) {

  /** How it begins. */
  public enum Look {
    /** 信函格式 of GB/T 9704-2012: the issuer's name in red, then 文号, then the title. */
    LETTER,
    /** The title alone: records and forms. */
    FORM;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LetterText {
    blocks = List.copyOf(blocks);
  }

  /** One piece of a letter, from top to bottom. */
  public sealed interface Block {
    /** 主送机关. */
    record Addressee(String text) implements Block {}

    /** A paragraph, indented by two characters. */
    record Paragraph(String text) implements Block {}

    /** A heading with its number: 一、…. */
    record Heading(String text) implements Block {}

    /** Lines with their numbers: 1. …. */
    record Items(List<String> lines) implements Block {
      public Items {
        lines = List.copyOf(lines);
      }
    }

    /** Labels and what stands beside them. */
    record Rows(List<Row> rows) implements Block {
      public Rows {
        rows = List.copyOf(rows);
      }
    }

    record Row(String label, String text) {}

    record Table(List<String> head, List<List<String>> rows) implements Block {
      public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
      }
    }

    /** 附件, as they are named under the text. */
    record Attachments(List<String> names) implements Block {
      public Attachments {
        names = List.copyOf(names);
      }
    }

    /** 署名 and 成文日期, at the right. */
    record Signature(List<String> lines) implements Block {
      public Signature {
        lines = List.copyOf(lines);
      }
    }

    /** Lines for people to sign on. */
    record Signatures(List<Row> people) implements Block {
      public Signatures {
        people = List.copyOf(people);
      }
    }

    /** Every text in it, for whoever looks at characters. */
    default Stream<String> texts() {
      return switch (this) {
        case Addressee(var text) -> Stream.of(text);
        case Paragraph(var text) -> Stream.of(text);
        case Heading(var text) -> Stream.of(text);
        case Items(var lines) -> lines.stream();
        case Rows(var rows) -> rows.stream().flatMap(r -> Stream.of(r.label(), r.text()));
        case Table(var head, var rows) ->
            Stream.concat(head.stream(), rows.stream().flatMap(List::stream));
        case Attachments(var names) -> names.stream();
        case Signature(var lines) -> lines.stream();
        case Signatures(var people) -> people.stream().flatMap(p -> Stream.of(p.label(), p.text()));
      };
    }
  }

  /** Every text in it. */
  public List<String> texts() {
    var texts = new ArrayList<>(List.of(issuer, number, title));
    blocks.stream().flatMap(Block::texts).forEach(texts::add);
    return texts;
  }
}
