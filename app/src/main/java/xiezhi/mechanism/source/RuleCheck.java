package xiezhi.mechanism.source;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a shape cannot say of a rule: that its clauses exist, that its value is of its key's kind,
 * that amounts have units, that conditions test facts as they are. Tolerates whatever the shape
 * check has reported already.
 */
final class RuleCheck {
  private final String file;
  private final String path;
  private final Vocabulary vocabulary;
  private final Set<String> clauses;
  private final Faults faults;

  RuleCheck(String file, String path, Vocabulary vocabulary, Set<String> clauses, Faults faults) {
    this.file = file;
    this.path = path;
    this.vocabulary = vocabulary;
    this.clauses = clauses;
    this.faults = faults;
  }

  void check(Node node) {
    Values rule = Values.of(node);
    basis(rule);
    kind(rule);
    if (rule.find("limit") instanceof MappingNode limit) {
      limit(Values.of(limit));
    }
    if (rule.find("gate") instanceof MappingNode gate) {
      gate(Values.of(gate), gate);
    }
    if (rule.find("quota") instanceof MappingNode quota) {
      quota(Values.of(quota), quota);
    }
    if (rule.find("exception") instanceof MappingNode exception) {
      flag(Values.of(exception), "flag", "exception");
    }
    facts(rule, "when", path + ".when");
  }

  private void basis(Values rule) {
    if (rule.find("clauses") instanceof SequenceNode list) {
      int index = 1;
      for (Node clause : list.getValue()) {
        if (clause instanceof ScalarNode id && !clauses.contains(id.getValue())) {
          fault(
              id,
              "clauses[%d]".formatted(index),
              "there is no clause %s in clauses.yaml".formatted(id.getValue()));
        }
        index++;
      }
    }
  }

  private void kind(Values rule) {
    if (!(rule.find("key") instanceof ScalarNode name)) {
      return;
    }
    Vocabulary.Key key = vocabulary.key(name.getValue());
    if (key == null) {
      return;
    }
    for (String kind : FileShapes.VALUES) {
      // a text may have any duty without giving its value
      if (rule.has(kind) && !"unspecified".equals(kind) && !key.types().contains(kind)) {
        fault(
            rule.node(kind),
            kind,
            "the value of %s is of kind %s, found %s"
                .formatted(name.getValue(), String.join(" or ", key.types()), kind));
      }
    }
  }

  private void limit(Values limit) {
    span(limit, "limit");
    if (limit.find("target") instanceof MappingNode target) {
      span(Values.of(target), "limit.target");
    }
    if (limit.find("extension") instanceof MappingNode node) {
      Values extension = Values.of(node);
      for (String name : List.of("by", "ceiling")) {
        if (extension.find(name) instanceof MappingNode span) {
          span(Values.of(span), "limit.extension." + name);
        }
      }
    }
    if (limit.find("from-actual-time") instanceof ScalarNode fact) {
      Vocabulary.Fact known = vocabulary.facts().get(fact.getValue());
      if (known != null && !"instant".equals(known.type())) {
        fault(
            fact,
            "limit.from-actual-time",
            "a fact that is an instant is needed; %s is a %s"
                .formatted(fact.getValue(), known.type()));
      }
    }
    if (limit.flag("typed") && limit.has("amount")) {
      fault(limit.node("typed"), "limit.typed", "a limit that the sender states has no amount");
    }
  }

  private void span(Values span, String at) {
    Node unit = span.find("unit");
    Node amount = span.find("amount");
    boolean sameDay = unit instanceof ScalarNode s && "same-day".equals(s.getValue());
    if (amount != null && unit == null) {
      fault(amount, at + ".amount", "an amount needs a unit: one of " + FileShapes.UNITS.words());
    } else if (unit != null && amount == null && !sameDay) {
      fault(unit, at + ".unit", "a unit needs an amount; leave both out where the text has none");
    } else if (amount instanceof ScalarNode number && unit != null) {
      boolean zero = "0".equals(number.getValue());
      if (zero != sameDay) {
        fault(
            amount,
            at + ".amount",
            sameDay
                ? "a limit of the same day has no amount"
                : "an amount above 0 is needed; for no time at all say unit: same-day");
      }
    }
  }

  private void gate(Values gate, Node node) {
    if (gate.fields().keySet().stream().allMatch("acts"::equals)) {
      fault(node, "gate", "a gate needs something that must hold, found only its acts");
    }
    if (gate.find("forbidden") instanceof ScalarNode flag && !Values.bool(flag)) {
      fault(flag, "gate.forbidden", "only true says anything; leave it out otherwise");
    }
    facts(gate, "present", path + ".gate.present");
    facts(gate, "fact-is", path + ".gate.fact-is");
    if (gate.find("body-kinds") instanceof SequenceNode kinds) {
      int index = 1;
      for (Node item : kinds.getValue()) {
        if (item instanceof MappingNode) {
          bodyKinds(Values.of(item), item, "gate.body-kinds[%d]".formatted(index));
        }
        index++;
      }
    }
    if (gate.find("forbidden") instanceof MappingNode forbidden) {
      flag(Values.of(forbidden), "unless", "gate.forbidden");
    }
  }

  private void bodyKinds(Values kinds, Node node, String at) {
    if (!kinds.has("allow") && !kinds.has("forbid")) {
      fault(node, at, "kinds to allow or kinds to forbid are needed, found neither");
    }
    Set<String> both = new LinkedHashSet<>(scalars(kinds, "allow"));
    both.retainAll(scalars(kinds, "forbid"));
    if (!both.isEmpty()) {
      fault(node, at, "allowed and forbidden at once: " + both);
    }
    flag(kinds, "unless", at);
  }

  private static List<String> scalars(Values values, String name) {
    return values.list(name).stream()
        .filter(ScalarNode.class::isInstance)
        .map(Values::string)
        .toList();
  }

  private void quota(Values quota, Node node) {
    if (quota.has("ratio") && !quota.has("of")) {
      fault(node, "quota.of", "a share needs to say of what");
    }
    if (quota.find("min") instanceof ScalarNode min
        && quota.find("max") instanceof ScalarNode max) {
      BigDecimal least = Values.number(min);
      BigDecimal most = Values.number(max);
      if (least != null && most != null && least.compareTo(most) > 0) {
        fault(max, "quota.max", "the most is less than the least");
      }
    }
  }

  private void flag(Values values, String name, String at) {
    if (values.find(name) instanceof ScalarNode fact) {
      Vocabulary.Fact known = vocabulary.facts().get(fact.getValue());
      if (known != null && !"flag".equals(known.type())) {
        fault(
            fact,
            at + "." + name,
            "a fact that is a flag is needed; %s is a %s".formatted(fact.getValue(), known.type()));
      }
    }
  }

  /** Tests of facts: each value must be one that the fact can have. */
  private void facts(Values values, String name, String at) {
    if (!(values.find(name) instanceof MappingNode node)) {
      return;
    }
    Values.of(node)
        .fields()
        .forEach(
            (fact, test) -> {
              Vocabulary.Fact known = vocabulary.facts().get(fact);
              if (known != null) {
                fact(fact, known, test, at + "." + fact);
              }
            });
  }

  private void fact(String name, Vocabulary.Fact known, Node test, String at) {
    boolean bounds = test instanceof MappingNode;
    if (bounds != "number".equals(known.type())) {
      faults.at(
          file,
          test,
          at,
          bounds
              ? "bounds are for numbers; %s is a %s".formatted(name, known.type())
              : "%s is a number: say {min: …, max: …}".formatted(name));
      return;
    }
    if (bounds) {
      return;
    }
    List<Node> values = test instanceof SequenceNode list ? list.getValue() : List.of(test);
    for (Node value : values) {
      if (!(value instanceof ScalarNode scalar)) {
        continue;
      }
      boolean possible =
          switch (known.type()) {
            case "flag" -> ShapeCheck.is(scalar, org.yaml.snakeyaml.nodes.Tag.BOOL);
            case "text", "set" ->
                known.values().isEmpty() || known.values().contains(scalar.getValue());
            default -> false;
          };
      if (!possible) {
        faults.at(
            file,
            value,
            at,
            "%s cannot be %s%s"
                .formatted(
                    name,
                    scalar.getValue(),
                    known.values().isEmpty() ? "" : "; it can be " + known.values()));
      }
    }
  }

  private void fault(Node node, String at, String message) {
    faults.at(file, node, path + "." + at, message);
  }
}
