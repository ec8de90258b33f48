package xiezhi.portal.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer in both formats. JSON is what the standard's Spark convention makes of the XML: a
 * container of like elements is an array, an empty element is null, the root has no name.
 */
final class Wire {
  private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

  /** What the elements of a container are called. */
  private static final Map<String, String> ELEMENT =
      Map.of(
          "services", "service",
          "attributes", "attribute",
          "values", "value",
          "service_requests", "request",
          "notes", "note",
          "errors", "error",
          "endpoints", "endpoint",
          "formats", "format");

  /** The two formats of the standard. */
  enum Format {
    XML("text/xml;charset=utf-8"),
    JSON("application/json;charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }

    /** By the end of a path; XML, which every client reads, where it has none of the two. */
    static Format of(String path) {
      return path.endsWith(".json") ? JSON : XML;
    }
  }

  private final JsonMapper json;

  Wire(JsonMapper json) {
    this.json = json;
  }

  /**
   * @param content lists, maps and plain values
   */
  byte[] write(Format format, String root, Object content) {
    return switch (format) {
      case JSON -> json.writeValueAsBytes(content);
      case XML -> xml(root, content);
    };
  }

  private static byte[] xml(String root, Object content) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      element(out, root, content);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void element(XMLStreamWriter out, String name, @Nullable Object value)
      throws XMLStreamException {
    out.writeStartElement(name);
    if (value instanceof List<?> list) {
      for (Object item : list) {
        element(out, ELEMENT.getOrDefault(name, "item"), item);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        element(out, String.valueOf(entry.getKey()), entry.getValue());
      }
    } else if (value != null) {
      out.writeCharacters(writable(value.toString()));
    }
    out.writeEndElement();
  }

  /** Without what XML 1.0 has no place for, even written as a reference. */
  private static String writable(String text) {
    return text.codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t' || c == '\r')
        .filter(c -> c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
