package xiezhi.mechanism.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.shared.CountyCode;

/** The mechanisms that come with the platform: folders under {@code mechanisms/}. */
public final class PackagedMechanisms {
  private static final PathMatchingResourcePatternResolver FILES =
      new PathMatchingResourcePatternResolver();

  private PackagedMechanisms() {}

  /** The counties that have a folder. */
  public static List<CountyCode> counties() {
    return resources("classpath*:mechanisms/*/mechanism.yaml")
        .map(PackagedMechanisms::folder)
        .filter(folder -> folder.matches("[0-9]{6}"))
        .distinct()
        .sorted()
        .map(CountyCode::new)
        .toList();
  }

  /** That county's files over the national and platform files. */
  public static MechanismBundle bundle(CountyCode county) {
    return foundation().withCountyFiles(files(county.value()));
  }

  /** The national and platform files alone, for a county to stand on. */
  public static MechanismBundle foundation() {
    Map<String, String> files = new TreeMap<>();
    for (String tier : List.of(MechanismBundle.NATIONAL, MechanismBundle.PLATFORM)) {
      files(tier.substring(0, tier.length() - 1))
          .forEach((name, text) -> files.put(tier + name, text));
    }
    return MechanismBundle.of(files);
  }

  private static Map<String, String> files(String folder) {
    Map<String, String> files = new TreeMap<>();
    resources("classpath*:mechanisms/%s/*".formatted(folder))
        .forEach(file -> files.put(Objects.requireNonNull(file.getFilename()), text(file)));
    return files;
  }

  private static Stream<Resource> resources(String pattern) {
    try {
      return Stream.of(FILES.getResources(pattern)).filter(Resource::isReadable);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(Resource file) {
    try {
      String folder = StringUtils.applyRelativePath(file.getURL().toString(), "");
      return Objects.requireNonNull(
          StringUtils.getFilename(folder.substring(0, folder.length() - 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
