package xiezhi.powers.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.powers.PublicCategories;
import xiezhi.powers.domain.PowerLines;
import xiezhi.shared.CountyCode;
import xiezhi.shared.csv.Faults;
import xiezhi.shared.csv.Sheet;

/** Reads the packaged {@code public-categories.csv} once: the same words in every county. */
@Service
class ReadCategories implements PublicCategories {
  private static final String FILE = "public-categories.csv";

  private final List<Category> all;
  private final PowerLines lines;

  ReadCategories(PowerLines lines) throws IOException {
    this.lines = lines;
    Faults faults = new Faults();
    this.all =
        read(
            new ClassPathResource("data/" + FILE).getContentAsString(StandardCharsets.UTF_8),
            faults);
    faults.orThrow();
  }

  private static List<Category> read(String text, Faults faults) {
    Sheet sheet =
        Sheet.read(
            FILE, text, faults, "code", "name", "group", "description", "keywords", "domains");
    sheet.unique("code");
    sheet.unique("name");
    return sheet.rows().stream()
        .map(
            row ->
                new Category(
                    row.words("code"),
                    row.words("name"),
                    row.words("group"),
                    row.words("description"),
                    split(row.text("keywords"), ","),
                    split(row.text("domains"), ";")))
        .toList();
  }

  private static List<String> split(String words, String between) {
    return Arrays.stream(words.split(between, -1))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Category> of(CountyCode county) {
    Set<String> held = Set.copyOf(lines.domainsHeld(county));
    return all.stream()
        .filter(c -> c.domains().isEmpty() || c.domains().stream().anyMatch(held::contains))
        .toList();
  }

  @Override
  public List<Category> all() {
    return all;
  }

  @Override
  public Optional<Category> find(String code) {
    return all.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  @Override
  public Optional<Category> named(String name) {
    return all.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
