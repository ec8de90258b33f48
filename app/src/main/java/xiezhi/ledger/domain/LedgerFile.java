package xiezhi.ledger.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.ledger.domain.ChainCheck.BrokenLink;
import xiezhi.ledger.domain.Entries.Head;
import xiezhi.ledger.domain.Entry.Deed;
import xiezhi.shared.CanonicalJson;
import xiezhi.shared.Sm3;

/**
 * The ledger as a file: JSON lines in UTF-8. The first line says whose it is and where it ends;
 * each further line is {@code {"entry":…,"hash":"…"}}, the entry in its canonical form.
 */
public final class LedgerFile {
  public static final String FORMAT = "xiezhi-ledger/1";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private LedgerFile() {}

  public static void writeHeader(Writer out, String county, Instant exportedAt, Head end)
      throws IOException {
    out.write(
        CanonicalJson.of(
            Map.of(
                "algorithm",
                Sm3.ALGORITHM,
                "canonical",
                "RFC 8785",
                "county",
                county,
                "exportedAt",
                exportedAt,
                "format",
                FORMAT,
                "hash",
                end.hash(),
                "seq",
                end.seq())));
    out.write('\n');
  }

  public static void write(Writer out, Entry entry) throws IOException {
    out.write("{\"entry\":");
    out.write(entry.canonical());
    out.write(",\"hash\":");
    out.write(CanonicalJson.of(entry.hash()));
    out.write("}\n");
  }

  /**
   * What a file turned out to be.
   *
   * @param broken the first broken link; empty if the chain is whole
   */
  public record Checked(String county, long entries, String hash, Optional<BrokenLink> broken) {}

  /** A file that is no ledger at all. */
  public static final class NotALedger extends Exception {
    NotALedger(String message) {
      super(message);
    }
  }

  /**
   * Walks a file from end to end.
   *
   * @param noted an end that was noted earlier and that must still be in the chain
   */
  public static Checked check(BufferedReader lines, Optional<Head> noted)
      throws IOException, NotALedger {
    String first = lines.readLine();
    if (first == null) {
      throw new NotALedger("the file is empty");
    }
    JsonNode header = parse(first, 1);
    if (!header.path("format").asString("").equals(FORMAT)) {
      throw new NotALedger("line 1 should name the format " + FORMAT);
    }
    if (!header.path("algorithm").asString("").equals(Sm3.ALGORITHM)) {
      throw new NotALedger("line 1 should name the algorithm " + Sm3.ALGORITHM);
    }
    String county = text(header, "county", 1);
    var check = new ChainCheck(county);
    boolean notedSeen = noted.isEmpty();
    long number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Entry entry = entry(parse(line, ++number), number);
      Optional<BrokenLink> broken = check.next(entry);
      if (broken.isPresent()) {
        return new Checked(county, check.seq(), check.hash(), broken);
      }
      if (noted.isPresent() && noted.get().seq() == entry.seq()) {
        if (!noted.get().hash().equals(entry.hash())) {
          return new Checked(
              county,
              check.seq(),
              check.hash(),
              Optional.of(
                  new BrokenLink(entry.seq(), "noted hash", noted.get().hash(), entry.hash())));
        }
        notedSeen = true;
      }
    }
    Optional<BrokenLink> end = check.end(header.path("seq").asLong(-1), text(header, "hash", 1));
    if (end.isEmpty() && !notedSeen) {
      end = check.end(noted.orElseThrow().seq(), noted.orElseThrow().hash());
    }
    return new Checked(county, check.seq(), check.hash(), end);
  }

  private static JsonNode parse(String line, long number) throws NotALedger {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new NotALedger("line " + number + " is not JSON: " + e.getOriginalMessage());
    }
  }

  private static Entry entry(JsonNode line, long number) throws NotALedger {
    JsonNode entry = line.path("entry");
    JsonNode matter = entry.path("matter");
    try {
      var deed =
          new Deed(
              Instant.parse(text(entry, "at", number)),
              text(entry, "account", number),
              text(entry, "name", number),
              text(entry, "body", number),
              text(entry, "act", number),
              text(entry, "subject", number),
              matter.isNull() ? null : UUID.fromString(text(entry, "matter", number)),
              CanonicalJson.of(JSON.treeToValue(entry.path("details"), Object.class)));
      return new Entry(
          text(entry, "county", number),
          entry.path("seq").asLong(-1),
          deed,
          text(entry, "previous", number),
          text(line, "hash", number),
          text(entry, "algorithm", number));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new NotALedger("line " + number + " is not an entry: " + e.getMessage());
    }
  }

  private static String text(JsonNode node, String field, long number) throws NotALedger {
    JsonNode value = node.path(field);
    if (!value.isString()) {
      throw new NotALedger("line " + number + " should have a text in " + field);
    }
    return value.asString();
  }
}
