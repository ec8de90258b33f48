package xiezhi.mechanism.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import xiezhi.mechanism.Clause;
import xiezhi.mechanism.Mechanism.Instrument;
import xiezhi.mechanism.Mechanism.LetterForm;
import xiezhi.mechanism.Mechanism.Term;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.Reading;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.domain.Ambiguity;
import xiezhi.mechanism.domain.ComposedMechanism;
import xiezhi.mechanism.domain.Tightening;
import xiezhi.shared.CountyCode;

/**
 * Reads a bundle into a mechanism. It looks at everything before it gives up: a county corrects its
 * file once, not forty times. What is wrong in one rule does not hide what is wrong in the next.
 */
public final class MechanismReader {
  private static final String MECHANISM = "mechanism.yaml";
  private static final String CLAUSES = "clauses.yaml";
  private static final int MOST_FILES = 40;

  private final MechanismBundle bundle;
  private final Vocabulary vocabulary;
  private final Faults faults = new Faults();

  private MechanismReader(MechanismBundle bundle, Vocabulary vocabulary) {
    this.bundle = bundle;
    this.vocabulary = vocabulary;
  }

  public static Reading read(MechanismBundle bundle) {
    return read(bundle, VocabularyReader.packaged());
  }

  static Reading read(MechanismBundle bundle, Vocabulary vocabulary) {
    return new MechanismReader(bundle, vocabulary).read();
  }

  /** What one {@code mechanism.yaml} says of rules, terms and letters. */
  private record Tier(
      List<Rule> rules,
      Map<String, Node> places,
      Map<String, Term> terms,
      Map<String, LetterForm> letters) {
    static final Tier NONE = new Tier(List.of(), Map.of(), Map.of(), Map.of());
  }

  private Reading read() {
    if (bundle.files().size() > MOST_FILES) {
      faults.inFile("", "at most %d files are allowed".formatted(MOST_FILES));
      return new Reading.Faulty(faults.all());
    }
    Map<String, Clause> clauses = new LinkedHashMap<>();
    Node countyFile = parse(MechanismBundle.COUNTY, MECHANISM);
    List<Instrument> instruments = new ArrayList<>();
    if (countyFile != null) {
      check(MechanismBundle.COUNTY + MECHANISM, countyFile, FileShapes.COUNTY_FILE);
      instruments(countyFile, instruments);
    }
    clauses(instruments.stream().map(Instrument::id).toList(), clauses);
    Tier county =
        countyFile == null
            ? Tier.NONE
            : tier(MechanismBundle.COUNTY, countyFile, clauses, Rule.Tier.COUNTY);
    Tier national = tier(MechanismBundle.NATIONAL, Rule.Tier.NATIONAL);
    Tier platform = tier(MechanismBundle.PLATFORM, Rule.Tier.PLATFORM);
    for (var loosening : Tightening.violations(county.rules(), national.rules())) {
      Node place = county.places().get(loosening.county().id());
      if (place != null) {
        faults.at(
            MechanismBundle.COUNTY + MECHANISM,
            place,
            "rules[%s].gate".formatted(loosening.county().id()),
            loosening.message());
      }
    }
    ambiguities(MechanismBundle.COUNTY, county);
    ambiguities(MechanismBundle.NATIONAL, national);
    ambiguities(MechanismBundle.PLATFORM, platform);
    taken(county, national, platform);
    Identity identity = countyFile == null ? null : identity(countyFile);
    if (!faults.isEmpty() || identity == null) {
      return new Reading.Faulty(faults.all());
    }
    List<Rule> rules = new ArrayList<>(county.rules());
    rules.addAll(national.rules());
    rules.addAll(platform.rules());
    return new Reading.Sound(
        new ComposedMechanism(
            bundle.version(),
            identity.code(),
            identity.name(),
            identity.shortName(),
            identity.level(),
            identity.zone(),
            identity.inForceFrom(),
            instruments,
            List.copyOf(clauses.values()),
            rules,
            over(county.terms(), national.terms(), platform.terms()),
            letters(county.letters(), national.letters(), platform.letters())));
  }

  private void ambiguities(String folder, Tier tier) {
    for (Ambiguity.Pair pair : Ambiguity.among(tier.rules())) {
      Node place = tier.places().get(pair.rule().id());
      if (place != null) {
        faults.at(
            folder + MECHANISM,
            place,
            "rules[%s]".formatted(pair.rule().id()),
            ("%s gives another time for the same duty in the same case: tell them apart by when,"
                    + " give one a duty of its own, or say resolve: stricter")
                .formatted(pair.other().id()));
      }
    }
  }

  /** An obligation names its rule by id: in all three files together there is one of each. */
  private void taken(Tier county, Tier national, Tier platform) {
    county
        .places()
        .forEach(
            (id, node) -> {
              if (national.places().containsKey(id) || platform.places().containsKey(id)) {
                faults.at(
                    MechanismBundle.COUNTY + MECHANISM,
                    node,
                    "rules[%s].id".formatted(id),
                    "a rule beneath the county's has this id; take another");
              }
            });
  }

  private record Identity(
      CountyCode code,
      String name,
      String shortName,
      String level,
      ZoneId zone,
      LocalDate inForceFrom) {}

  private @Nullable Identity identity(Node file) {
    if (!(file instanceof MappingNode)) {
      return null;
    }
    Values top = Values.of(file);
    if (!(top.find("county") instanceof MappingNode node)) {
      return null;
    }
    Values county = Values.of(node);
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    if (county.find("zone") instanceof ScalarNode name) {
      try {
        zone = ZoneId.of(name.getValue());
      } catch (DateTimeException e) {
        faults.at(
            MechanismBundle.COUNTY + MECHANISM,
            name,
            "county.zone",
            "a time zone is needed, as Asia/Shanghai, found " + name.getValue());
      }
    }
    if (!faults.isEmpty()) {
      return null;
    }
    return new Identity(
        new CountyCode(county.text("code")),
        county.text("name"),
        county.text("short"),
        county.text("level"),
        zone,
        java.util.Objects.requireNonNull(top.day("in-force-from")));
  }

  private void instruments(Node file, List<Instrument> instruments) {
    if (!(file instanceof MappingNode)
        || !(Values.of(file).find("instruments") instanceof SequenceNode list)) {
      return;
    }
    String path = MechanismBundle.COUNTY + MECHANISM;
    Set<String> ids = new HashSet<>();
    Set<String> texts = new HashSet<>();
    int index = 0;
    for (Node node : list.getValue()) {
      String key = ShapeCheck.item("instruments", node, index++);
      if (!fits(path, node, ((Shape.ListOf) field(FileShapes.COUNTY_FILE, "instruments")).item())) {
        continue;
      }
      Values instrument = Values.of(node);
      if (!ids.add(instrument.text("id"))) {
        faults.at(path, instrument.node("id"), key + ".id", "this id stands here twice");
      }
      String textFile = instrument.text("text");
      String text = bundle.files().get(MechanismBundle.COUNTY + textFile);
      texts.add(textFile);
      if (text == null) {
        faults.at(path, instrument.node("text"), key + ".text", "there is no file " + textFile);
        text = "";
      } else {
        YamlFile.plainText(MechanismBundle.COUNTY + textFile, text, faults);
        if (text.isBlank()) {
          faults.inFile(MechanismBundle.COUNTY + textFile, "the file is empty");
        }
      }
      instruments.add(
          new Instrument(
              instrument.text("id"),
              instrument.text("title"),
              instrument.find("number", null),
              instrument.find("issuer", null),
              instrument.day("dated"),
              text));
    }
    SortedMap<String, String> files = bundle.tier(MechanismBundle.COUNTY);
    for (String name : files.keySet()) {
      if (!name.equals(MECHANISM) && !name.equals(CLAUSES) && !texts.contains(name)) {
        faults.inFile(MechanismBundle.COUNTY + name, "no instrument names this file as its text");
      }
    }
  }

  private void clauses(List<String> instruments, Map<String, Clause> clauses) {
    Node file = parse(MechanismBundle.COUNTY, CLAUSES);
    if (file == null) {
      return;
    }
    String path = MechanismBundle.COUNTY + CLAUSES;
    check(path, file, FileShapes.CLAUSES_FILE);
    if (!(file instanceof SequenceNode list)) {
      return;
    }
    int index = 0;
    for (Node node : list.getValue()) {
      String key = ShapeCheck.item("", node, index++);
      if (!fits(path, node, FileShapes.CLAUSES_FILE.item())) {
        continue;
      }
      Values clause = Values.of(node);
      String instrument = clause.text("instrument");
      if (!instruments.contains(instrument)) {
        faults.at(
            path,
            clause.node("instrument"),
            key + ".instrument",
            "there is no instrument %s; there are %s".formatted(instrument, instruments));
      }
      Clause before =
          clauses.putIfAbsent(
              clause.text("id"),
              new Clause(
                  clause.text("id"),
                  instrument,
                  clause.text("heading"),
                  clause.text("quote"),
                  clause.text("requirement"),
                  clause.text("kind"),
                  clause.text("class")));
      if (before != null) {
        faults.at(path, clause.node("id"), key + ".id", "this clause id stands here twice");
      }
    }
  }

  private Tier tier(String folder, Rule.Tier tier) {
    Node file = parse(folder, MECHANISM);
    if (file == null) {
      return Tier.NONE;
    }
    check(folder + MECHANISM, file, FileShapes.TIER_FILE);
    if (file instanceof MappingNode
        && Values.of(file).find("tier") instanceof ScalarNode name
        && !folder.equals(name.getValue() + "/")) {
      faults.at(folder + MECHANISM, name, "tier", "this folder is that of tier " + folder);
    }
    return tier(folder, file, Map.of(), tier);
  }

  private Tier tier(String folder, Node file, Map<String, Clause> clauses, Rule.Tier tier) {
    String path = folder + MECHANISM;
    List<Rule> rules = new ArrayList<>();
    Map<String, Node> places = new HashMap<>();
    if (!(file instanceof MappingNode)) {
      return Tier.NONE;
    }
    Values top = Values.of(file);
    RuleBinder binder = new RuleBinder(vocabulary, clauses, tier);
    Shape ruleShape = ((Shape.ListOf) field(FileShapes.COUNTY_FILE, "rules")).item();
    int index = 0;
    for (Node node : top.list("rules")) {
      String key = ShapeCheck.item("rules", node, index++);
      if (!(node instanceof MappingNode)) {
        continue;
      }
      int before = faults.count();
      new RuleCheck(path, key, vocabulary, clauses.keySet(), faults).check(node);
      if (Values.of(node).find("id") instanceof ScalarNode id
          && places.putIfAbsent(id.getValue(), node) != null) {
        faults.at(path, id, key + ".id", "this rule id stands here twice");
      }
      if (faults.count() == before && fits(path, node, ruleShape)) {
        rules.add(binder.bind(node));
      }
    }
    return new Tier(rules, places, terms(path, top, clauses), letterForms(path, top));
  }

  private Map<String, Term> terms(String path, Values top, Map<String, Clause> clauses) {
    Map<String, Term> terms = new LinkedHashMap<>();
    if (!(top.find("terms") instanceof MappingNode node)) {
      return terms;
    }
    Shape shape = ((Shape.Table) field(FileShapes.COUNTY_FILE, "terms")).value();
    Values.of(node)
        .fields()
        .forEach(
            (name, value) -> {
              if (!fits(path, value, shape)) {
                return;
              }
              Values term = Values.of(value);
              String clause = term.find("clause", null);
              if (clause != null && !clauses.containsKey(clause)) {
                faults.at(
                    path,
                    term.node("clause"),
                    "terms.%s.clause".formatted(name),
                    "there is no clause " + clause);
              }
              terms.put(name, new Term(term.text("zh"), term.text("en"), clause));
            });
    return terms;
  }

  private Map<String, LetterForm> letterForms(String path, Values top) {
    Map<String, LetterForm> letters = new LinkedHashMap<>();
    if (!(top.find("letters") instanceof MappingNode node)) {
      return letters;
    }
    Shape shape = ((Shape.Table) field(FileShapes.COUNTY_FILE, "letters")).value();
    Values.of(node)
        .fields()
        .forEach(
            (name, value) -> {
              if (fits(path, value, shape)) {
                Values letter = Values.of(value);
                letters.put(
                    name,
                    new LetterForm(
                        letter.find("zh", null),
                        letter.find("en", null),
                        letter.find("number", null)));
              }
            });
    return letters;
  }

  private static <V> Map<String, V> over(
      Map<String, V> county, Map<String, V> national, Map<String, V> platform) {
    Map<String, V> all = new LinkedHashMap<>(county);
    national.forEach(all::putIfAbsent);
    platform.forEach(all::putIfAbsent);
    return all;
  }

  private static Map<String, LetterForm> letters(
      Map<String, LetterForm> county,
      Map<String, LetterForm> national,
      Map<String, LetterForm> platform) {
    Map<String, LetterForm> all = new LinkedHashMap<>(county);
    for (var lower : List.of(national, platform)) {
      lower.forEach(
          (name, form) ->
              all.merge(
                  name,
                  form,
                  (upper, below) ->
                      new LetterForm(
                          upper.zh() == null ? below.zh() : upper.zh(),
                          upper.en() == null ? below.en() : upper.en(),
                          upper.number() == null ? below.number() : upper.number())));
    }
    return all;
  }

  private @Nullable Node parse(String folder, String name) {
    String text = bundle.files().get(folder + name);
    if (text == null) {
      faults.inFile(folder + name, "this file is missing");
      return null;
    }
    return YamlFile.parse(folder + name, text, faults);
  }

  private void check(String path, Node node, Shape shape) {
    new ShapeCheck(path, vocabulary, faults).check(node, shape, "");
  }

  /** Whether the node is fit to be read; its faults have been reported with the whole file's. */
  private boolean fits(String path, Node node, Shape shape) {
    Faults own = new Faults();
    new ShapeCheck(path, vocabulary, own).check(node, shape, "");
    return own.isEmpty();
  }

  private static Shape field(Shape.Fields fields, String name) {
    Shape.Field field = fields.find(name);
    if (field == null) {
      throw new IllegalStateException("no field " + name);
    }
    return field.shape();
  }
}
