package xiezhi.mechanism.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import xiezhi.mechanism.MechanismFault;

/** Everything found wrong so far. */
final class Faults {
  /** Nobody reads more, and a hostile file could have a million. */
  private static final int MOST = 500;

  private final List<MechanismFault> found = new ArrayList<>();
  private int left;

  void at(String file, Node node, String key, String message) {
    at(file, node.getStartMark(), key, message);
  }

  void at(String file, Mark mark, String key, String message) {
    add(new MechanismFault(file, mark.getLine() + 1, mark.getColumn() + 1, key, message));
  }

  void inFile(String file, String message) {
    add(new MechanismFault(file, 0, 0, "", message));
  }

  void add(MechanismFault fault) {
    if (found.size() < MOST) {
      found.add(fault);
    } else {
      left++;
    }
  }

  int count() {
    return found.size() + left;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** In the order of the files and their lines. */
  List<MechanismFault> all() {
    List<MechanismFault> all = new ArrayList<>(found);
    all.sort(
        Comparator.comparing(MechanismFault::file)
            .thenComparingInt(MechanismFault::line)
            .thenComparingInt(MechanismFault::column));
    if (left > 0) {
      all.add(new MechanismFault("", 0, 0, "", "and %d more faults".formatted(left)));
    }
    return List.copyOf(all);
  }
}
