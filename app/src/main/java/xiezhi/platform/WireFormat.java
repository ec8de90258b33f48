package xiezhi.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import xiezhi.shared.Words;

/**
 * How values travel: constants of an enum as the words mechanism files use, {@code
 * COUNTY_GOVERNMENT} as {@code county-government}; texts without control characters.
 */
@Configuration(proxyBeanMethods = false)
class WireFormat {
  @Bean
  JacksonModule wordsAndTexts() {
    return new SimpleModule("words-and-texts") {
      @Override
      public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.appendAnnotationIntrospector(new EnumsAsWords());
      }
    }.addDeserializer(String.class, new Text());
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

  /** Text without control characters: no field of ours has a use for them, and PostgreSQL none. */
  private static final class Text extends StdScalarDeserializer<String> {
    Text() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (text == null || text.codePoints().allMatch(Text::isText)) {
        return text;
      }
      return (String)
          context.handleWeirdStringValue(
              String.class, "…", "the text has control characters or half characters");
    }

    private static boolean isText(int c) {
      boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      return !half && (c >= ' ' || c == '\t' || c == '\n' || c == '\r');
    }
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
          names[i] = Words.of(constants[i]);
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
