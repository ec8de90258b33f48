package xiezhi.mechanism;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import xiezhi.mechanism.source.BundleEditor;
import xiezhi.mechanism.source.MechanismReader;
import xiezhi.shared.CountyCode;

/**
 * The source of one version: the texts of a county's files and of the national and platform files
 * beneath it, by path ({@code county/mechanism.yaml}, {@code national/mechanism.yaml}, …). Nothing
 * is known yet about whether they are sound.
 *
 * @param files texts by path; line ends are LF and there is no byte order mark
 */
public record MechanismBundle(SortedMap<String, String> files) {
  public static final String COUNTY = "county/";
  public static final String NATIONAL = "national/";
  public static final String PLATFORM = "platform/";

  public MechanismBundle {
    SortedMap<String, String> canonical = new TreeMap<>();
    files.forEach((path, text) -> canonical.put(path, canonical(text)));
    files = Collections.unmodifiableSortedMap(canonical);
  }

  public static MechanismBundle of(Map<String, String> files) {
    return new MechanismBundle(new TreeMap<>(files));
  }

  /** A county's files (named without folder) over the national and platform files of this one. */
  public MechanismBundle withCountyFiles(Map<String, String> county) {
    SortedMap<String, String> all = new TreeMap<>(files);
    all.keySet().removeIf(path -> path.startsWith(COUNTY));
    county.forEach((name, text) -> all.put(COUNTY + name, text));
    return new MechanismBundle(all);
  }

  /** The text of a file that is there. */
  public String text(String path) {
    String text = files.get(path);
    if (text == null) {
      throw new IllegalArgumentException("there is no file " + path);
    }
    return text;
  }

  /** The files of one tier, named without their folder. */
  public SortedMap<String, String> tier(String folder) {
    SortedMap<String, String> tier = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          if (path.startsWith(folder)) {
            tier.put(path.substring(folder.length()), text);
          }
        });
    return tier;
  }

  /** SHA-256 over the names and texts of all files of all three tiers. */
  public String version() {
    return hash(files);
  }

  /** SHA-256 over names and texts, each led by its length so that no two lists of files agree. */
  public static String hash(SortedMap<String, String> files) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    files.forEach(
        (path, text) -> {
          byte[] name = path.getBytes(StandardCharsets.UTF_8);
          byte[] content = text.getBytes(StandardCharsets.UTF_8);
          digest.update(
              (name.length + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(name);
          digest.update(content);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Reads it, with every fault at once. */
  public Reading read() {
    return MechanismReader.read(this);
  }

  /**
   * The same without those rules, in whichever tier they stand. What follows from a rule is what
   * changes when it is gone.
   *
   * @throws IllegalArgumentException if there is no rule of one of these ids
   */
  public MechanismBundle without(Set<String> ruleIds) {
    return BundleEditor.without(this, ruleIds);
  }

  /** The same mechanism for another county. */
  public MechanismBundle withCounty(CountyCode code, String name) {
    return BundleEditor.withCounty(this, code, name);
  }

  private static String canonical(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return plain.replace("\r\n", "\n");
  }
}
