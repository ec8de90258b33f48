package xiezhi.mechanism.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.application.Archive;
import xiezhi.mechanism.application.CheckMechanism;
import xiezhi.mechanism.application.ImportMechanism;
import xiezhi.mechanism.application.ReadMechanisms;
import xiezhi.mechanism.domain.Comparison;
import xiezhi.mechanism.domain.Comparison.Relation;
import xiezhi.mechanism.domain.MechanismRefusal;
import xiezhi.mechanism.domain.RuleFields;
import xiezhi.mechanism.source.Vocabulary;
import xiezhi.mechanism.web.MechanismResponses.MechanismCheckResponse;
import xiezhi.mechanism.web.MechanismResponses.MechanismResponse;
import xiezhi.mechanism.web.MechanismResponses.MechanismRuleResponse;
import xiezhi.mechanism.web.MechanismResponses.MechanismVersionResponse;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.RefusedException;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;

@RestController
@RequestMapping("/api/mechanisms")
@Tag(name = "mechanism")
class MechanismController {
  private final ReadMechanisms mechanisms;
  private final CheckMechanism check;
  private final ImportMechanism imports;
  private final Idempotency idempotency;

  MechanismController(
      ReadMechanisms mechanisms,
      CheckMechanism check,
      ImportMechanism imports,
      Idempotency idempotency) {
    this.mechanisms = mechanisms;
    this.check = check;
    this.imports = imports;
    this.idempotency = idempotency;
  }

  /**
   * @param inForceFrom as the county's file says it
   */
  record MechanismListItem(
      String county,
      String countyName,
      String shortName,
      String level,
      String version,
      LocalDate inForceFrom,
      int instruments,
      int clauses,
      int rules) {}

  @GetMapping
  @Operation(operationId = "listMechanisms", summary = "Today's mechanism of every county")
  List<MechanismListItem> listMechanisms() {
    return mechanisms.all().stream()
        .map(
            m ->
                new MechanismListItem(
                    m.county().value(),
                    m.countyName(),
                    m.shortName(),
                    m.level(),
                    m.version(),
                    m.inForceFrom(),
                    m.instruments().size(),
                    m.clauses().size(),
                    m.rules().size()))
        .toList();
  }

  /**
   * @param type kinds of value its rules have, joined by a bar
   */
  record RuleKeyResponse(String key, String type, String duty, String zh, String en) {}

  @GetMapping("/keys")
  @Operation(operationId = "listRuleKeys", summary = "What a rule can be about")
  List<RuleKeyResponse> listRuleKeys() {
    List<RuleKeyResponse> keys = new ArrayList<>();
    Vocabulary.packaged()
        .keys()
        .forEach(
            (name, key) ->
                keys.add(
                    new RuleKeyResponse(
                        name,
                        String.join("|", key.types()),
                        key.duty(),
                        key.label().zh(),
                        key.label().en())));
    return keys;
  }

  record WordResponse(String zh, String en) {}

  @GetMapping("/vocabulary")
  @Operation(
      operationId = "getVocabulary",
      summary = "The words rules may use, by list (events, acts, roles, …), with their labels")
  Map<String, SequencedMap<String, WordResponse>> getVocabulary() {
    Map<String, SequencedMap<String, WordResponse>> lists = new java.util.LinkedHashMap<>();
    Vocabulary vocabulary = Vocabulary.packaged();
    SequencedMap<String, WordResponse> facts = new java.util.LinkedHashMap<>();
    vocabulary
        .facts()
        .forEach(
            (name, fact) ->
                facts.put(name, new WordResponse(fact.label().zh(), fact.label().en())));
    lists.put("facts", facts);
    vocabulary
        .lists()
        .forEach(
            (list, labels) -> {
              SequencedMap<String, WordResponse> words = new java.util.LinkedHashMap<>();
              labels.forEach(
                  (name, label) -> words.put(name, new WordResponse(label.zh(), label.en())));
              lists.put(list, words);
            });
    return lists;
  }

  @GetMapping("/{county}")
  @Operation(
      operationId = "getMechanism",
      summary = "A county's mechanism: its texts, the clauses marked in them, the rules they say")
  MechanismResponse getMechanism(
      @PathVariable String county, @RequestParam(required = false) @Nullable String version) {
    Mechanism mechanism = mechanisms.one(county(county), version);
    var permission = ImportMechanism.mayImport(CurrentActor.get(), mechanism.county());
    return MechanismResponse.of(
        mechanism,
        List.of(
            ActionView.of("checkMechanism", permission),
            ActionView.of("importMechanism", permission)));
  }

  /**
   * @param type kinds of value the key has, joined by a bar; empty if the catalogue no longer has
   *     it
   * @param relation {@code same}, {@code different}, {@code only-left} or {@code only-right}
   */
  record ComparisonRow(
      String key,
      String type,
      String zh,
      String en,
      String relation,
      boolean same,
      List<MechanismRuleResponse> left,
      List<MechanismRuleResponse> right) {
    static ComparisonRow of(Comparison.Line line) {
      Vocabulary.Key key = Vocabulary.packaged().key(line.key());
      return new ComparisonRow(
          line.key(),
          key == null ? "" : String.join("|", key.types()),
          key == null ? line.key() : key.label().zh(),
          key == null ? line.key() : key.label().en(),
          RuleFields.word(line.relation()),
          line.relation() == Relation.SAME,
          line.left().stream().map(MechanismRuleResponse::of).toList(),
          line.right().stream().map(MechanismRuleResponse::of).toList());
    }
  }

  @GetMapping("/comparison")
  @Operation(operationId = "compareMechanisms", summary = "Two counties, rule key by rule key")
  List<ComparisonRow> compareMechanisms(@RequestParam String left, @RequestParam String right) {
    return mechanisms.compare(county(left), county(right)).lines().stream()
        .map(ComparisonRow::of)
        .toList();
  }

  @GetMapping("/{county}/versions")
  @Operation(operationId = "listMechanismVersions", summary = "A county's versions, newest first")
  List<MechanismVersionResponse> listMechanismVersions(@PathVariable String county) {
    return mechanisms.versions(county(county)).stream().map(MechanismVersionResponse::of).toList();
  }

  @PostMapping(path = "/{county}/checks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      operationId = "checkMechanism",
      summary = "Every fault of these files, or what they would change; nothing is changed")
  MechanismCheckResponse checkMechanism(
      @PathVariable String county,
      @RequestPart("file") List<MultipartFile> file,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate effectiveFrom) {
    return MechanismCheckResponse.of(
        check.check(county(county), Archive.read(uploads(file)), effectiveFrom));
  }

  @PostMapping(path = "/{county}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "importMechanism",
      summary = "Put these files in force from a day on; refused whole if anything is wrong")
  MechanismVersionResponse importMechanism(
      @PathVariable String county,
      @RequestPart("file") List<MultipartFile> file,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate effectiveFrom,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    CountyCode code = county(county);
    Map<String, String> files = Archive.read(uploads(file));
    return idempotency.once(
        "importMechanism",
        key,
        List.of(county, files, Objects.toString(effectiveFrom, "")),
        MechanismVersionResponse.class,
        () ->
            MechanismVersionResponse.of(
                mechanisms.latest(imports.importVersion(code, files, effectiveFrom))));
  }

  @GetMapping(path = "/{county}/file", produces = "application/zip")
  @Operation(
      operationId = "exportMechanism",
      summary = "The county's files as a zip; imported again they are the same version")
  ResponseEntity<byte[]> exportMechanism(
      @PathVariable String county, @RequestParam(required = false) @Nullable String version) {
    CountyCode code = county(county);
    var files = mechanisms.files(code, version);
    return ResponseEntity.ok()
        .header(
            "Content-Disposition",
            "attachment; filename=\"mechanism-%s-%s.zip\""
                .formatted(code, files.version().substring(0, 8)))
        .body(files.zip());
  }

  private static List<Archive.Upload> uploads(List<MultipartFile> files) {
    return files.stream()
        .map(
            file -> {
              try {
                return new Archive.Upload(
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  /** Whatever is not a code is a county that is not there. */
  private static CountyCode county(String code) {
    if (!code.matches("[0-9]{6}")) {
      throw new RefusedException(
          MechanismRefusal.NO_SUCH_COUNTY.because(
              "A county is named by its code of six digits.", Map.of("needed", "six digits")));
    }
    return new CountyCode(code);
  }
}
