package xiezhi.platform;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.shared.Words;
import xiezhi.shared.web.Problem;

/**
 * What the generated OpenAPI file says of every operation: a field is required unless it is
 * {@code @Nullable}, enums travel as words, and whatever goes wrong comes as a {@link Problem}.
 */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {
  @Bean
  OpenApiCustomizer everyOperation() {
    return api -> {
      api.setInfo(
          new Info()
              .title("Xiezhi")
              .version("1")
              .description("Grassroots administrative law enforcement, together."));
      api.setServers(List.of(new Server().url("/")));
      describeProblem(api);
    };
  }

  private static void describeProblem(OpenAPI api) {
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    ApiResponse problem =
        new ApiResponse()
            .description("Refused, or failed")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    api.getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations()
                    .forEach(
                        operation -> operation.getResponses().addApiResponse("default", problem)));
  }

  @Bean
  ModelConverter records() {
    return new Records();
  }

  private static final class Records implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
      JavaType java = Json.mapper().constructType(type.getType());
      if (schema == null || java == null) {
        return schema;
      }
      Class<?> raw = java.getRawClass();
      if (raw.isEnum()) {
        return words(schema, raw);
      }
      if (raw.isRecord()) {
        require(defined(schema, context), raw);
      }
      return schema;
    }

    @SuppressWarnings("unchecked")
    private static Schema<?> words(Schema<?> schema, Class<?> type) {
      ((Schema<String>) schema)
          .setEnum(
              Arrays.stream(type.getEnumConstants())
                  .map(constant -> Words.of((Enum<?>) constant))
                  .toList());
      return schema;
    }

    private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
      String reference = schema.get$ref();
      return reference == null
          ? schema
          : context
              .getDefinedModels()
              .getOrDefault(reference.substring(reference.lastIndexOf('/') + 1), schema);
    }

    private static Schema<?> orNull(Schema<?> schema) {
      if (schema.get$ref() != null) {
        return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of("null"))));
      }
      if (schema.getTypes() != null) {
        schema.addType("null");
      }
      return schema;
    }

    private static void require(Schema<?> schema, Class<?> record) {
      if (schema.getProperties() == null) {
        return;
      }
      for (RecordComponent component : record.getRecordComponents()) {
        String name = component.getName();
        boolean listed = schema.getRequired() != null && schema.getRequired().contains(name);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Schema<?> property = schema.getProperties().get(name);
        if (property == null) {
          continue;
        }
        if (nullable) {
          schema.getProperties().put(name, orNull(property));
        } else if (!listed) {
          schema.addRequiredItem(name);
        }
      }
    }
  }
}
