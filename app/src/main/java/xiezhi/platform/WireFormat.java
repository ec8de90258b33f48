package xiezhi.platform;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * How values travel: constants of an enum as the words mechanism files use, {@code
 * COUNTY_GOVERNMENT} as {@code county-government}.
 */
@Configuration(proxyBeanMethods = false)
class WireFormat {
  @Bean
  JacksonModule enumsAsWords() {
    return new SimpleModule("enums-as-words") {
      @Override
      public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.appendAnnotationIntrospector(new EnumsAsWords());
      }
    };
  }

  /** The same words in a query. */
  @Bean
  WebMvcConfigurer wordsInQueries() {
    return new WebMvcConfigurer() {
      @Override
      public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new WordsAsEnums());
      }
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class EnumsAsWords extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Version version() {
      return Version.unknownVersion();
    }

    @Override
    public String[] findEnumValues(
        MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
      for (int i = 0; i < constants.length; i++) {
        if (names[i] == null) {
          names[i] = word(constants[i]);
        }
      }
      return names;
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static final class WordsAsEnums implements ConverterFactory<String, Enum> {
    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
      return word ->
          (T) Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
