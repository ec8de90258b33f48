package xiezhi.document.application;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import xiezhi.document.domain.LetterTemplate;
import xiezhi.document.domain.LetterTemplates;

/** The letters as they are packed: {@code letters/<key>.yaml}. */
@Configuration(proxyBeanMethods = false)
public class LetterTemplateFiles {

  @Bean
  LetterTemplates letterTemplates() throws IOException {
    return read();
  }

  /** Reads them all; a faulty one keeps the platform from starting, by name. */
  public static LetterTemplates read() throws IOException {
    var templates = new HashMap<String, LetterTemplate>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:letters/*.yaml")) {
      String name = String.valueOf(file.getFilename());
      String key = name.substring(0, name.length() - ".yaml".length());
      try (InputStream in = file.getInputStream()) {
        Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        templates.put(key, LetterTemplate.read(key, content));
      }
    }
    return new LetterTemplates(templates);
  }
}
