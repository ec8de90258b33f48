package xiezhi.mechanism.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.domain.QuoteFinder;

/** The worked example of {@code docs/mechanism-file.md} works. */
class MechanismGuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\w+ (\\S+)\n(.*?)```");

  @Test
  void theExampleInTheGuideIsSound() throws IOException {
    String guide = Files.readString(Path.of("../docs/mechanism-file.md"));
    Map<String, String> files = new TreeMap<>();
    BLOCK.matcher(guide).results().forEach(block -> files.put(block.group(1), block.group(2)));

    var reading = PackagedMechanisms.foundation().withCountyFiles(files).read();

    assertThat(reading.faults()).isEmpty();
    Mechanism mechanism = reading.orThrow();
    QuoteFinder text = new QuoteFinder(mechanism.instruments().getFirst().text());
    assertThat(mechanism.clauses()).allMatch(clause -> text.find(clause.quote()) != null);
    assertThat(mechanism.governing("transfer_deadline", Facts.NONE.with("urgent", true)))
        .extracting(Rule::id)
        .containsExactly("urgent-transfer-limit");
  }
}
