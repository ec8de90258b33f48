package xiezhi.intake.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.matter.Matter;
import xiezhi.organisation.Divisions;
import xiezhi.powers.Powers;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Texts;

/**
 * What somebody types of a lead.
 *
 * @param source {@code own-discovery}, {@code complaint}, {@code hotline}, {@code transferred},
 *     {@code platform}, {@code media} or {@code device}
 * @param discoveredAt when it was first seen; null for now
 * @param urgentReason why it is urgent; null or empty if it is not
 * @param preHandover {@code none}, {@code closed}, {@code filed} or {@code legacy}; null for none
 */
public record Lead(
    String subject,
    String source,
    @Nullable Instant discoveredAt,
    String division,
    @Nullable String address,
    @Nullable BigDecimal lng,
    @Nullable BigDecimal lat,
    @Nullable Instant actFrom,
    @Nullable Instant actTo,
    @Nullable String facts,
    boolean inProgress,
    boolean hazard,
    @Nullable String urgentReason,
    @Nullable String preHandover,
    List<String> items,
    List<PartyEntry> parties,
    List<ArticleEntry> articles,
    List<UUID> attachments) {

  public record PartyEntry(
      String kind, @Nullable String name, @Nullable String idNumber, @Nullable String phone) {}

  public record ArticleEntry(String name, String quantity, @Nullable String state) {}

  private static final List<String> SOURCES =
      List.of(
          "own-discovery", "complaint", "hotline", "transferred", "platform", "media", "device");

  /** A lead that passed its checks. */
  record Checked(
      String subject,
      String source,
      Instant discoveredAt,
      Matter.Place place,
      Matter.Act act,
      List<Matter.Item> items,
      List<Matter.Party> parties,
      List<Matter.Article> articles,
      String urgentReason) {}

  /**
   * Checks leads against the directory, the power list and the calendar: everything wrong is said
   * at once.
   */
  @Component
  static class Checks {
    private static final LocalDate FOUNDING = LocalDate.of(1949, 10, 1);
    private final Divisions divisions;
    private final Powers powers;
    private final WorkingCalendars calendars;

    Checks(Divisions divisions, Powers powers, WorkingCalendars calendars) {
      this.divisions = divisions;
      this.powers = powers;
      this.calendars = calendars;
    }

    Checked check(CountyCode county, Lead lead, Instant now) {
      List<Refusal> wrong = new ArrayList<>();
      String subject = text(wrong, () -> Texts.required("subject", lead.subject(), 200));
      String address = text(wrong, () -> Texts.optional("address", lead.address(), 500));
      String facts = text(wrong, () -> Texts.optional("facts", lead.facts(), 100_000));
      String urgent = text(wrong, () -> Texts.optional("urgentReason", lead.urgentReason(), 1_000));
      if (!SOURCES.contains(lead.source())) {
        wrong.add(Refusal.malformed("source", "must be one of " + SOURCES, lead.source()));
      }
      if (divisions.find(county, lead.division()).isEmpty()) {
        wrong.add(
            Refusal.malformed(
                "division", "must be a township or sub-district of this county", lead.division()));
      }
      if ((lead.lng() == null) != (lead.lat() == null)) {
        wrong.add(
            Refusal.malformed(
                "lng", "must come together with lat", lead.lng() + ", " + lead.lat()));
      } else if (lead.lng() != null && lead.lat() != null && outside(lead.lng(), lead.lat())) {
        wrong.add(
            Refusal.malformed(
                "lng",
                "must be a point in China (lng 73..136, lat 3..54)",
                lead.lng() + ", " + lead.lat()));
      } else if (address.isEmpty() && lead.lng() == null) {
        wrong.add(Refusal.malformed("address", "is needed where no point on the map is given", ""));
      }
      Instant discovered = lead.discoveredAt() == null ? now : lead.discoveredAt();
      past(wrong, "discoveredAt", discovered, county, now);
      past(wrong, "actFrom", lead.actFrom(), county, now);
      past(wrong, "actTo", lead.actTo(), county, now);
      if (lead.actFrom() != null && lead.actTo() != null && lead.actTo().isBefore(lead.actFrom())) {
        wrong.add(
            Refusal.malformed("actTo", "must not be before actFrom", lead.actTo().toString()));
      }
      List<Matter.Item> items = items(wrong, lead, county, now);
      List<Matter.Party> parties = parties(wrong, lead);
      List<Matter.Article> articles = articles(wrong, lead);
      Matter.PreHandover handover = preHandover(wrong, lead.preHandover());
      if (!wrong.isEmpty()) {
        throw new RefusedException(wrong);
      }
      return new Checked(
          subject,
          lead.source(),
          discovered,
          new Matter.Place(lead.division(), address, lead.lng(), lead.lat()),
          new Matter.Act(
              facts, lead.actFrom(), lead.actTo(), lead.inProgress(), lead.hazard(), handover),
          items,
          parties,
          articles,
          urgent);
    }

    private List<Matter.Item> items(
        List<Refusal> wrong, Lead lead, CountyCode county, Instant now) {
      LocalDate actOn =
          (lead.actFrom() == null ? now : lead.actFrom())
              .atZone(calendars.of(county).zone())
              .toLocalDate();
      Map<String, Matter.Item> found = new LinkedHashMap<>();
      for (String code : lead.items()) {
        powers
            .find(code, actOn)
            .ifPresentOrElse(
                item -> found.put(code, new Matter.Item(code, item.name())),
                () ->
                    wrong.add(
                        Refusal.malformed(
                            "items", "has a code that is not on the power list", code)));
      }
      return List.copyOf(found.values());
    }

    private static List<Matter.Party> parties(List<Refusal> wrong, Lead lead) {
      List<Matter.Party> found = new ArrayList<>();
      for (PartyEntry p : lead.parties()) {
        if (!List.of("person", "organisation", "unknown").contains(p.kind())) {
          wrong.add(
              Refusal.malformed(
                  "parties.kind", "must be person, organisation or unknown", p.kind()));
        }
        String name = text(wrong, () -> Texts.optional("parties.name", p.name(), 200));
        String id = text(wrong, () -> Texts.optional("parties.idNumber", p.idNumber(), 40));
        String phone = text(wrong, () -> Texts.optional("parties.phone", p.phone(), 40));
        found.add(
            new Matter.Party(
                p.kind(), name, id.isEmpty() ? null : id, phone.isEmpty() ? null : phone));
      }
      return found;
    }

    private static List<Matter.Article> articles(List<Refusal> wrong, Lead lead) {
      return lead.articles().stream()
          .map(
              a ->
                  new Matter.Article(
                      text(wrong, () -> Texts.required("articles.name", a.name(), 200)),
                      text(wrong, () -> Texts.required("articles.quantity", a.quantity(), 100)),
                      text(wrong, () -> Texts.optional("articles.state", a.state(), 200))))
          .toList();
    }

    private static Matter.PreHandover preHandover(List<Refusal> wrong, @Nullable String typed) {
      if (typed == null || typed.isEmpty()) {
        return Matter.PreHandover.NONE;
      }
      for (Matter.PreHandover p : Matter.PreHandover.values()) {
        if (p.key().equals(typed)) {
          return p;
        }
      }
      wrong.add(Refusal.malformed("preHandover", "must be none, closed, filed or legacy", typed));
      return Matter.PreHandover.NONE;
    }

    private void past(
        List<Refusal> wrong, String field, @Nullable Instant at, CountyCode county, Instant now) {
      if (at == null) {
        return;
      }
      if (at.isAfter(now.plusSeconds(300))) {
        wrong.add(Refusal.malformed(field, "lies in the future", at.toString()));
      } else if (at.atZone(calendars.of(county).zone()).toLocalDate().isBefore(FOUNDING)) {
        wrong.add(Refusal.malformed(field, "lies before 1949-10-01", at.toString()));
      }
    }

    private static boolean outside(BigDecimal lng, BigDecimal lat) {
      return lng.doubleValue() < 73
          || lng.doubleValue() > 136
          || lat.doubleValue() < 3
          || lat.doubleValue() > 54;
    }

    private static String text(List<Refusal> wrong, java.util.function.Supplier<String> check) {
      try {
        return check.get();
      } catch (RefusedException e) {
        wrong.addAll(e.refusals());
        return "";
      }
    }
  }
}
