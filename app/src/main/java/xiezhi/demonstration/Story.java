package xiezhi.demonstration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One story, as {@code data/demonstration-stories.yaml} tells it.
 *
 * @param from team or department: who finds it
 * @param items codes to choose from: the first that lies with the other side
 * @param ago days before today
 * @param steps what is done, and how many days after
 */
record Story(
    String from,
    String subject,
    String facts,
    List<String> items,
    String address,
    Map<String, String> party,
    String source,
    String urgent,
    boolean hazard,
    boolean inProgress,
    int ago,
    List<String> materials,
    List<Step> steps,
    String ask,
    String result,
    String giveBack) {

  record Step(String act, int days) {}

  @SuppressWarnings("unchecked")
  static Story of(Map<String, Object> told) {
    return new Story(
        text(told, "from"),
        text(told, "subject"),
        text(told, "facts"),
        (List<String>) told.getOrDefault("items", List.of()),
        text(told, "address"),
        (Map<String, String>) told.getOrDefault("party", Map.of()),
        text(told, "source"),
        text(told, "urgent"),
        Boolean.TRUE.equals(told.get("hazard")),
        Boolean.TRUE.equals(told.get("in-progress")),
        told.get("ago") instanceof Integer days ? days : 1,
        (List<String>) told.getOrDefault("materials", List.of()),
        ((List<Map<String, Integer>>) told.getOrDefault("steps", List.of()))
            .stream()
                .flatMap(s -> s.entrySet().stream())
                .map(s -> new Step(s.getKey(), s.getValue()))
                .toList(),
        text(told, "ask"),
        text(told, "result"),
        text(told, "return"));
  }

  private static String text(Map<String, Object> told, String name) {
    @Nullable Object value = told.get(name);
    return value == null ? "" : value.toString();
  }
}
