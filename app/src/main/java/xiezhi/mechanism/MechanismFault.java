package xiezhi.mechanism;

/**
 * One thing wrong with a mechanism file. All of a bundle's faults are reported together, so that
 * whoever wrote it corrects them in one go.
 *
 * @param file path in the bundle, as {@code county/mechanism.yaml}
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param column counted from 1; 0 where the line as a whole is meant
 * @param key path of the field, as {@code rules[transfer-limit].limit.unit}; empty for the whole
 *     file
 * @param message what was found and what is needed
 */
public record MechanismFault(String file, int line, int column, String key, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + (key.isEmpty() ? "" : " " + key) + ": " + message;
  }
}
