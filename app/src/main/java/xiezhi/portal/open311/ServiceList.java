package xiezhi.portal.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.organisation.County;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.powers.PublicCategories;
import xiezhi.powers.PublicCategories.Category;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;

/**
 * Services and their definitions. Every service asks one further thing, the township: an address or
 * a point alone does not always tell it.
 */
@Component
class ServiceList {
  /** The attribute that names the township. */
  static final String DIVISION = "division";

  private final PublicCategories categories;
  private final Divisions divisions;

  ServiceList(PublicCategories categories, Divisions divisions) {
    this.categories = categories;
    this.divisions = divisions;
  }

  /**
   * @param county null for what any county here may offer
   */
  List<Map<String, Object>> list(@Nullable County county) {
    return of(county).stream().map(ServiceList::service).toList();
  }

  private List<Category> of(@Nullable County county) {
    return county == null
        ? categories.all()
        : CurrentActor.as(Actor.publicIn(county.code()), () -> categories.of(county.code()));
  }

  private static Map<String, Object> service(Category c) {
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("service_code", c.code());
    service.put("service_name", c.name());
    service.put("description", c.description());
    service.put("metadata", true);
    service.put("type", "realtime");
    service.put("keywords", String.join(", ", c.keywords()));
    service.put("group", c.group());
    return service;
  }

  Map<String, Object> definition(County county, String code) {
    Category category =
        of(county).stream()
            .filter(c -> c.code().equals(code))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "portal.no-such-service",
                            "service_code was not found.",
                            Map.of())
                        .exception());
    List<Map<String, Object>> values = new ArrayList<>();
    CurrentActor.as(Actor.publicIn(county.code()), () -> divisions.of(county.code()))
        .forEach(d -> values.add(value(d)));
    Map<String, Object> township = new LinkedHashMap<>();
    township.put("variable", true);
    township.put("code", DIVISION);
    township.put("datatype", "singlevaluelist");
    township.put("required", false);
    township.put("datatype_description", null);
    township.put("order", 1);
    township.put("description", "所在乡镇（街道）；地址中写明的，可以不选");
    township.put("values", values);
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("service_code", category.code());
    definition.put("attributes", List.of(township));
    return definition;
  }

  private static Map<String, Object> value(Division d) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("key", d.code());
    value.put("name", d.name());
    return value;
  }
}
