package xiezhi.portal.open311;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.intake.PublicReports;
import xiezhi.intake.PublicReports.Published;
import xiezhi.intake.PublicReports.Query;
import xiezhi.organisation.County;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.powers.PublicCategories;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/**
 * Requests as anybody may read them: what kind, in which township, how far; never the words, the
 * address or the pictures of a report, which may tell of persons. An id begins with its county's
 * code, so that it is found without a jurisdiction.
 */
@Component
class RequestList {
  private static final Duration SPAN = Duration.ofDays(90);
  private static final int MOST = 1_000;
  private static final int COUNTY_DIGITS = 6;

  /** For reports without a category, or with one that is no longer offered. */
  private static final String OTHER = "other";

  private final PublicReports reports;
  private final PublicCategories categories;
  private final Divisions divisions;

  RequestList(PublicReports reports, PublicCategories categories, Divisions divisions) {
    this.reports = reports;
    this.categories = categories;
    this.divisions = divisions;
  }

  /** The parameters of a search, as they were sent; empty and missing are the same. */
  record Search(
      @Nullable String serviceCode,
      @Nullable String startDate,
      @Nullable String endDate,
      @Nullable String status,
      @Nullable String updatedSince,
      @Nullable String page,
      @Nullable String pageSize,
      boolean extensions) {}

  List<Map<String, Object>> search(County county, Search s, Instant now) {
    Boolean open = status(s.status());
    List<String> codes = split(s.serviceCode());
    Instant since = date("updated_since", s.updatedSince(), false);
    Instant start = date("start_date", s.startDate(), false);
    Instant end = date("end_date", s.endDate(), true);
    if (since == null) {
      Instant to = end == null ? start == null ? now : earlier(now, start.plus(SPAN)) : end;
      start = start == null ? to.minus(SPAN) : start;
      end = to;
      // to the second: "a span of 90 days" is often counted from midnight to midnight
      if (Duration.between(start, end).compareTo(SPAN.plusDays(1)) > 0) {
        throw malformed(
            "start_date and end_date may not span more than 90 days; page through longer times.");
      }
    }
    int size = number("page_size", s.pageSize(), MOST, MOST);
    int page = number("page", s.page(), 1, 10_000);
    return read(
        county,
        new Query(
            List.of(),
            codes.stream().map(this::name).toList(),
            open,
            start,
            end,
            since,
            (page - 1) * size,
            size),
        s.extensions());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  List<Map<String, Object>> byIds(County county, List<String> ids, boolean extensions) {
    List<UUID> known =
        ids.stream()
            .filter(id -> county(id).map(c -> c.equals(county.code().value())).orElse(true))
            .flatMap(id -> uuid(id).stream())
            .limit(MOST)
            .toList();
    return known.isEmpty()
        ? List.of()
        : read(county, new Query(known, List.of(), null, null, null, null, 0, MOST), extensions);
  }

  /** The county that an id of ours names. */
  static Optional<String> county(String id) {
    return id.matches("[0-9]{6}-.*")
        ? Optional.of(id.substring(0, COUNTY_DIGITS))
        : Optional.empty();
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(
          UUID.fromString(county(id).isPresent() ? id.substring(COUNTY_DIGITS + 1) : id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static String id(County county, UUID report) {
    return county.code() + "-" + report;
  }

  private List<Map<String, Object>> read(County county, Query query, boolean extensions) {
    return CurrentActor.as(
        Actor.publicIn(county.code()),
        () -> reports.published(query).stream().map(r -> request(county, r, extensions)).toList());
  }

  private Map<String, Object> request(County county, Published r, boolean extensions) {
    String division = divisions.find(county.code(), r.division()).map(Division::name).orElse("");
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("service_request_id", id(county, r.id()));
    one.put("status", r.closedAt() == null ? "open" : "closed");
    one.put("status_notes", words(r.stage()));
    one.put("service_name", r.service());
    one.put(
        "service_code",
        categories.named(r.service()).map(PublicCategories.Category::code).orElse(OTHER));
    one.put("description", null);
    one.put("agency_responsible", r.answerable());
    one.put("service_notice", null);
    one.put("requested_datetime", text(r.receivedAt()));
    one.put("updated_datetime", text(r.closedAt() == null ? r.updatedAt() : r.closedAt()));
    one.put("expected_datetime", null);
    one.put("address", county.name() + division);
    one.put("address_id", r.division());
    one.put("zipcode", null);
    one.put("lat", r.lat());
    one.put("long", r.lng());
    one.put("media_url", null);
    if (extensions) {
      one.put("notes", r.steps().stream().map(RequestList::note).toList());
    }
    return one;
  }

  private static Map<String, Object> note(PublicReports.Step step) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("datetime", text(step.at()));
    note.put("description", step.body());
    note.put("type", step.event());
    return note;
  }

  /** The standard knows two states; this says the rest. */
  private static String words(String stage) {
    return switch (stage) {
      case "received" -> "已收到";
      case "accepted" -> "已受理";
      case "verified" -> "已核实";
      case "referred" -> "已转送乡镇（街道）";
      case "handling" -> "办理中";
      case "transferred" -> "已移送主管机关";
      case "merged" -> "已与同一事项合并";
      case "concluded" -> "已办结，待答复";
      case "replied" -> "已答复";
      case "closed" -> "已办结";
      default -> stage;
    };
  }

  /** The World Wide Web Consortium's short form of ISO 8601. */
  static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String name(String code) {
    return categories
        .find(code)
        .map(PublicCategories.Category::name)
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "portal.no-such-service",
                        "service_code was not found.",
                        Map.of())
                    .exception());
  }

  private static @Nullable Boolean status(@Nullable String given) {
    List<String> wanted = split(given);
    for (String status : wanted) {
      if (!status.equals("open") && !status.equals("closed")) {
        throw malformed("status must be open, closed or both.");
      }
    }
    return wanted.stream().distinct().count() == 1 ? wanted.getFirst().equals("open") : null;
  }

  static List<String> split(@Nullable String given) {
    return given == null
        ? List.of()
        : Arrays.stream(given.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  private static int number(String field, @Nullable String given, int otherwise, int most) {
    if (given == null || given.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(given.strip());
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw malformed(field + " must be a number from 1 to " + most + ".");
  }

  /** A moment with its offset, or a day, which is then meant whole. */
  private static @Nullable Instant date(String field, @Nullable String given, boolean end) {
    if (given == null || given.isBlank()) {
      return null;
    }
    // an unescaped plus sign arrives as a blank
    String text = given.strip().replace(' ', '+');
    try {
      if (text.length() == "2026-01-01".length()) {
        LocalDate day = LocalDate.parse(text);
        return (end ? day.plusDays(1) : day).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException _) {
      throw malformed(field + " must be a date such as 2026-01-01T00:00:00Z.");
    }
  }

  private static RefusedException malformed(String sentence) {
    return Refusal.of(Refusal.Kind.MALFORMED, "open311.malformed", sentence, Map.of()).exception();
  }
}
