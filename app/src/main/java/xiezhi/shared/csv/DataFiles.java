package xiezhi.shared.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The folder of data files this deployment is founded from: {@code xiezhi.directory}. */
@Component
public class DataFiles {
  private final ResourceLoader loader;
  private final String folder;

  DataFiles(ResourceLoader loader, @Value("${xiezhi.directory:classpath:/data/}") String folder) {
    this.loader = loader;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /** These files as text; one that is not there or not UTF-8 is a fault. */
  public Map<String, String> texts(List<String> names, Faults faults) {
    Map<String, String> texts = new HashMap<>();
    for (String name : names) {
      Resource resource = loader.getResource(folder + name);
      if (!resource.exists()) {
        faults.add("data.missing-file", name, 1, "", "", "this file is needed in " + folder);
        continue;
      }
      try {
        texts.put(name, text(name, resource.getContentAsByteArray(), faults));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static String text(String name, byte[] bytes, Faults faults) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      faults.add("data.not-utf-8", name, 1, "", "", "a text in UTF-8 is needed");
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
