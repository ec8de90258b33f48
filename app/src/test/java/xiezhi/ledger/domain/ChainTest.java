package xiezhi.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xiezhi.ledger.VerifyLedger;
import xiezhi.ledger.domain.ChainCheck.BrokenLink;
import xiezhi.ledger.domain.Entries.Head;
import xiezhi.ledger.domain.Entry.Deed;
import xiezhi.shared.Sm3;

class ChainTest {
  private static final String COUNTY = "000001";
  private static final Instant START = Instant.parse("2026-02-13T01:00:00.123456Z");

  /** Pinned: a change of the canonical form makes every ledger written so far unverifiable. */
  @Test
  void theCanonicalFormNeverChanges() {
    Entry entry = Entry.chain(COUNTY, 1, Entry.NOTHING_BEFORE, deed(1));

    assertThat(entry.canonical())
        .isEqualTo(
            "{\"account\":\"zhang\",\"act\":\"transfer.sent\",\"algorithm\":\"SM3\","
                + "\"at\":\"2026-02-13T01:00:01.123456Z\",\"body\":\"000001-town\",\"county\":\"000001\","
                + "\"details\":{\"number\":\"某政案移〔2026〕1号\",\"urgent\":true},"
                + "\"matter\":\"00000000-0000-7000-8000-000000000001\",\"name\":\"张\\\"三\\\"\","
                + "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\","
                + "\"seq\":1,\"subject\":\"transfer:1\"}");
    assertThat(entry.hash()).isEqualTo(Sm3.of(entry.canonical()));
    assertThat(entry.hash())
        .isEqualTo("fbdd4247a8f2ec155683ab31f34b1a03de0e35a5ed3e6b2e4c3bafcabdaee84b");
  }

  @Test
  void anUntouchedChainIsWhole() {
    var chain = chain(5);

    assertThat(firstBreak(chain)).isEmpty();
  }

  @Property(tries = 300)
  void anyChangeOfAnyWordBreaksTheChainRightThere(
      @ForAll @IntRange(min = 0, max = 9) int place,
      @ForAll @IntRange(min = 0, max = 9) int field,
      @ForAll @StringLength(min = 1, max = 8) String words) {
    var chain = chain(10);
    Entry before = chain.get(place);
    Entry after = tamper(before, field, words);
    chain.set(place, after);

    assertThat(firstBreak(chain).map(BrokenLink::seq)).contains(place + 1L);
  }

  private static Entry tamper(Entry e, int field, String words) {
    Deed d = e.deed();
    Deed changed =
        switch (field) {
          case 0 -> with(d, d.at().plus(1, java.time.temporal.ChronoUnit.MICROS), d.account());
          case 1 -> with(d, d.at(), d.account() + "x" + words);
          case 2 -> deed(d, d.name() + "x" + words, d.body(), d.act(), d.subject(), d.matter());
          case 3 -> deed(d, d.name(), d.body() + "x" + words, d.act(), d.subject(), d.matter());
          case 4 -> deed(d, d.name(), d.body(), d.act() + "x" + words, d.subject(), d.matter());
          case 5 -> deed(d, d.name(), d.body(), d.act(), d.subject() + "x" + words, d.matter());
          case 6 -> deed(d, d.name(), d.body(), d.act(), d.subject(), null);
          case 7 ->
              new Deed(
                  d.at(), d.account(), d.name(), d.body(), d.act(), d.subject(), d.matter(), "{}");
          default -> d;
        };
    String other = Sm3.of(e.hash() + words);
    return switch (field) {
      case 8 -> new Entry(e.county(), e.seq(), d, other, e.hash(), e.algorithm());
      case 9 -> new Entry(e.county(), e.seq(), d, e.previousHash(), other, e.algorithm());
      default -> new Entry(e.county(), e.seq(), changed, e.previousHash(), e.hash(), e.algorithm());
    };
  }

  private static Deed with(Deed d, Instant at, String account) {
    return new Deed(at, account, d.name(), d.body(), d.act(), d.subject(), d.matter(), d.details());
  }

  private static Deed deed(
      Deed d, String name, String body, String act, String subject, @Nullable UUID matter) {
    return new Deed(d.at(), d.account(), name, body, act, subject, matter, d.details());
  }

  @Test
  void rehashingTheChangedEntryOnlyMovesTheBreakOneFurther() {
    var chain = chain(4);
    Entry second = chain.get(1);
    chain.set(1, Entry.chain(COUNTY, 2, second.previousHash(), deed(99)));

    assertThat(firstBreak(chain)).map(BrokenLink::seq).contains(3L);
    assertThat(firstBreak(chain)).map(BrokenLink::what).contains("previous");
  }

  @Test
  void removingSwappingAndRepeatingAreFound() {
    var removed = chain(4);
    removed.remove(1);
    var swapped = chain(4);
    Collections.swap(swapped, 1, 2);
    var repeated = chain(4);
    repeated.add(2, repeated.get(1));
    var foreign = chain(4);
    foreign.set(0, Entry.chain("000002", 1, Entry.NOTHING_BEFORE, deed(1)));
    var otherAlgorithm = chain(2);
    Entry last = otherAlgorithm.get(1);
    otherAlgorithm.set(
        1, new Entry(COUNTY, 2, last.deed(), last.previousHash(), last.hash(), "MD5"));

    assertThat(firstBreak(removed)).contains(new BrokenLink(2, "seq", "2", "3"));
    assertThat(firstBreak(swapped)).contains(new BrokenLink(2, "seq", "2", "3"));
    assertThat(firstBreak(repeated)).contains(new BrokenLink(3, "seq", "3", "2"));
    assertThat(firstBreak(foreign)).contains(new BrokenLink(1, "county", COUNTY, "000002"));
    assertThat(firstBreak(otherAlgorithm)).contains(new BrokenLink(2, "algorithm", "SM3", "MD5"));
  }

  @Test
  void cutOffTheEndIsFoundByAnEndNotedElsewhere() {
    var chain = chain(4);
    Entry end = chain.getLast();
    var check = new ChainCheck(COUNTY);
    chain.subList(0, 3).forEach(check::next);

    assertThat(check.end(end.seq(), end.hash())).map(BrokenLink::what).contains("end");
    assertThat(check.end(3, chain.get(2).hash())).isEmpty();
  }

  @Test
  void anExportedFileIsVerifiedWithoutThePlatform(@TempDir Path folder) throws IOException {
    var chain = chain(30);
    Path file = write(folder, lines(chain));

    var whole = verify(file.toString());
    var noted = verify(file.toString(), "7", chain.get(6).hash());
    var other = verify(file.toString(), "7", chain.get(7).hash());
    var later = verify(file.toString(), "31", chain.get(7).hash());

    assertThat(whole)
        .isEqualTo("0 WHOLE: ledger of 000001, 30 entries, ends with " + chain.getLast().hash());
    assertThat(noted).startsWith("0 WHOLE");
    assertThat(other).startsWith("1 BROKEN").contains("entry 7: noted hash should be");
    assertThat(later).startsWith("1 BROKEN").contains("end should be 31");
  }

  @ParameterizedTest
  @MethodSource("damages")
  void aDamagedFileIsFoundOut(Damage damage, @TempDir Path folder) throws IOException {
    var lines = new ArrayList<>(lines(chain(6)));
    damage.on().accept(lines);

    assertThat(verify(write(folder, lines).toString())).startsWith(damage.answer());
  }

  record Damage(String name, java.util.function.Consumer<List<String>> on, String answer) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Damage> damages() {
    return Stream.of(
        new Damage(
            "a word changed",
            l -> l.set(3, l.get(3).replace("某政", "他政")),
            "1 BROKEN: ledger of 000001, entry 3: hash should be"),
        new Damage(
            "a number for a text", l -> l.set(3, l.get(3).replace("true", "1.0")), "1 BROKEN"),
        new Damage("a line removed", l -> l.remove(2), "1 BROKEN: ledger of 000001, entry 2: seq"),
        new Damage("the end cut off", l -> l.remove(6), "1 BROKEN: ledger of 000001, entry 6: end"),
        new Damage("lines swapped", l -> Collections.swap(l, 2, 4), "1 BROKEN"),
        new Damage(
            "half a line", l -> l.set(6, l.get(6).substring(0, 40)), "2 not a ledger: line 7"),
        new Damage(
            "a key twice",
            l -> l.set(2, l.get(2).replace("\"act\"", "\"act\":\"x\",\"act\"")),
            "2 not a ledger: line 3"),
        new Damage("no header", l -> l.remove(0), "2 not a ledger: line 1"),
        new Damage("nothing", List::clear, "2 not a ledger: the file is empty"));
  }

  /** White space and the order of keys are the file's, not the entry's. */
  @Test
  void aFileThatWasOnlyReformattedStillVerifies(@TempDir Path folder) throws IOException {
    var lines = new ArrayList<>(lines(chain(3)));
    lines.replaceAll(l -> l.replace("\":", "\" : ").replace(",\"", " , \""));

    assertThat(verify(write(folder, lines).toString())).startsWith("0 WHOLE");
  }

  @Test
  void theCommandSaysWhatItCannotRead(@TempDir Path folder) throws IOException {
    Path latin = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xE9, '\n'});

    assertThat(verify()).startsWith("2 usage:");
    assertThat(verify("a", "b", "c")).startsWith("2 usage:");
    assertThat(verify(folder.resolve("none").toString())).startsWith("2 no such file");
    assertThat(verify(latin.toString())).startsWith("2 not a ledger: the file is not UTF-8");
    assertThat(verify(folder.toString())).startsWith("2 the file cannot be read");
  }

  private static String verify(String... args) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = VerifyLedger.run(Arrays.asList(args), out, out);
    return code + " " + bytes.toString(StandardCharsets.UTF_8).strip();
  }

  private static Path write(Path folder, List<String> lines) throws IOException {
    return Files.write(folder.resolve("ledger.jsonl"), lines);
  }

  private static List<String> lines(List<Entry> chain) throws IOException {
    var out = new StringWriter();
    LedgerFile.writeHeader(
        out, COUNTY, START, new Head(chain.getLast().seq(), chain.getLast().hash()));
    for (Entry entry : chain) {
      LedgerFile.write(out, entry);
    }
    return out.toString().lines().toList();
  }

  private static Optional<BrokenLink> firstBreak(List<Entry> chain) {
    var check = new ChainCheck(COUNTY);
    return chain.stream().map(check::next).flatMap(Optional::stream).findFirst();
  }

  private static List<Entry> chain(int length) {
    var chain = new ArrayList<Entry>();
    String hash = Entry.NOTHING_BEFORE;
    for (int seq = 1; seq <= length; seq++) {
      Entry entry = Entry.chain(COUNTY, seq, hash, deed(seq));
      chain.add(entry);
      hash = entry.hash();
    }
    return chain;
  }

  private static Deed deed(int n) {
    return Deed.of(
        START.plus(Duration.ofSeconds(n)),
        "zhang",
        "张\"三\"",
        "000001-town",
        "transfer.sent",
        "transfer:" + n,
        new UUID(0x7000L, 0x8000_0000_0000_0000L + n),
        Map.of("urgent", true, "number", "某政案移〔2026〕" + n + "号"));
  }
}
