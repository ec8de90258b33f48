package xiezhi.mechanism.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.shared.CountyCode;
import xiezhi.testing.GeneratedFile;

class JsonSchemaTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Map<String, Object> SCHEMA =
      JsonSchemas.mechanism(VocabularyReader.packaged());
  private static final Schema MECHANISM = compile(SCHEMA);
  private static final Schema CLAUSES = compile(clauses());

  private static Schema compile(Map<String, Object> schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JSON.writeValueAsString(schema), InputFormat.JSON);
  }

  private static Map<String, Object> clauses() {
    Map<String, Object> schema = new LinkedHashMap<>(SCHEMA);
    schema.remove("anyOf");
    schema.put("$ref", "#/$defs/clauses");
    return schema;
  }

  @Test
  void theCommittedSchemaIsWhatTheReaderChecks() {
    GeneratedFile.isCurrent("mechanism.schema.json", JSON.writeValueAsString(SCHEMA) + "\n");
  }

  static List<CountyCode> counties() {
    return PackagedMechanisms.counties();
  }

  @ParameterizedTest
  @MethodSource("counties")
  void everyPackagedFileFitsIt(CountyCode county) {
    MechanismBundle bundle = PackagedMechanisms.bundle(county);

    for (String path : bundle.files().keySet()) {
      if (path.endsWith("/mechanism.yaml")) {
        assertThat(errors(MECHANISM, bundle.text(path))).as(path).isEmpty();
      }
    }
    assertThat(errors(CLAUSES, bundle.text("county/clauses.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format: 1 -> format: 2",
        "working-day -> fortnight",
        "transfer.sent -> transfer.sned",
        "debtor: -> deptor:",
        "bindingness: hard -> bindingness: strict",
        "clauses: [ -> platform-default: none\n    clauses: [",
        "in-force-from: 2 -> in-force-from: x2"
      })
  void whatTheReaderRefusesTheSchemaRefuses(String change) {
    String[] parts = change.split(" -> ", -1);
    MechanismBundle bundle = PackagedMechanisms.bundle(counties().getLast());
    String text = bundle.text("county/mechanism.yaml");
    int at = text.indexOf(parts[0]);
    String changed = text.substring(0, at) + parts[1] + text.substring(at + parts[0].length());
    var files = new TreeMap<>(bundle.files());
    files.put("county/mechanism.yaml", changed);

    assertThat(MechanismBundle.of(files).read().faults()).isNotEmpty();
    assertThat(errors(MECHANISM, changed)).isNotEmpty();
  }

  private static List<com.networknt.schema.Error> errors(Schema schema, String yaml) {
    return schema.validate(
        JSON.writeValueAsString(plain(YamlFile.compose(yaml))), InputFormat.JSON);
  }

  private static Object plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        mapping
            .getValue()
            .forEach(t -> fields.put(Values.string(t.getKeyNode()), plain(t.getValueNode())));
        yield fields;
      }
      case SequenceNode list -> {
        List<Object> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(plain(item)));
        yield items;
      }
      case ScalarNode scalar when scalar.getTag().equals(Tag.INT) ->
          Long.parseLong(scalar.getValue());
      case ScalarNode scalar when scalar.getTag().equals(Tag.FLOAT) ->
          Double.parseDouble(scalar.getValue());
      case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) -> Values.bool(scalar);
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) ->
          tools.jackson.databind.node.NullNode.getInstance();
      case ScalarNode scalar -> scalar.getValue();
      default -> throw new IllegalArgumentException(String.valueOf(node));
    };
  }
}
