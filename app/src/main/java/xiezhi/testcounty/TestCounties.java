package xiezhi.testcounty;

import static xiezhi.shared.Role.ADMINISTRATOR;
import static xiezhi.shared.Role.CLERK;
import static xiezhi.shared.Role.COORDINATOR;
import static xiezhi.shared.Role.OFFICER;
import static xiezhi.shared.Role.SIGNER;
import static xiezhi.shared.Role.SUPERVISOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.calendar.LocalCalendars;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.MechanismLibrary;
import xiezhi.mechanism.Mechanisms;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.Counties;
import xiezhi.organisation.CountyRows;
import xiezhi.powers.HoldingRow;
import xiezhi.powers.PowerLists;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;

/**
 * Makes counties for tests. Each gets a code that no other has (990001 is the invented county's
 * own; those made here begin at 991000), the mechanism, calendar, bodies and power list of its
 * base, and people who all have the same password.
 */
@Service
@Profile("test")
public class TestCounties {
  private static final LocalDate FAR = LocalDate.of(2999, 12, 31);
  private static final int FIRST = 991000;

  private final Counties counties;
  private final Bodies bodies;
  private final PowerLists lists;
  private final Mechanisms mechanisms;
  private final MechanismLibrary library;
  private final LocalCalendars calendars;
  private final Accounts accounts;
  private final TransactionTemplate transaction;
  private final String password;
  private final AtomicInteger next = new AtomicInteger(FIRST);

  TestCounties(
      Counties counties,
      Bodies bodies,
      PowerLists lists,
      Mechanisms mechanisms,
      MechanismLibrary library,
      LocalCalendars calendars,
      Accounts accounts,
      PlatformTransactionManager transactions,
      @Value("${xiezhi.identity.demonstration-password}") String password) {
    this.counties = counties;
    this.bodies = bodies;
    this.lists = lists;
    this.mechanisms = mechanisms;
    this.library = library;
    this.calendars = calendars;
    this.accounts = accounts;
    this.transaction = new TransactionTemplate(transactions);
    this.password = password;
  }

  /**
   * What is wanted.
   *
   * @param base the county whose data it gets
   * @param without ids of rules to be left out of the mechanism
   * @param mechanism the county's mechanism files by name, instead of the base's; null for those
   * @param directory data files by name, instead of the base's; null for those
   * @param people keys of the people who are wanted; null for everybody
   */
  public record Wanted(
      CountyCode base,
      Set<String> without,
      @Nullable Map<String, String> mechanism,
      @Nullable Map<String, String> directory,
      @Nullable Set<String> people) {

    public static Wanted like(String base) {
      return new Wanted(new CountyCode(base), Set.of(), null, null, null);
    }
  }

  /**
   * Somebody in the county.
   *
   * @param key where and as what: {@code gov.coordinator}, {@code d1.signer}, {@code t2.clerk},
   *     {@code t1.team.officer}, {@code t1.sfs.clerk}
   */
  public record Person(
      String key,
      String login,
      String password,
      String name,
      BodyId body,
      String bodyName,
      BodyKind bodyKind,
      Role role) {}

  /**
   * @param mechanism its version
   * @param bodies where the people sit, by the first words of their keys: {@code gov}, {@code d1},
   *     {@code t1}, {@code t1.team}, {@code t1.sfs}
   */
  public record Made(
      CountyCode code,
      String name,
      String mechanism,
      Map<String, BodyId> bodies,
      List<Person> people) {}

  public Made make(Wanted wanted) {
    CountyRows base = base(wanted);
    CountyCode code;
    CountyRows rows;
    String version;
    do {
      code = new CountyCode(Integer.toString(next.getAndIncrement()));
      rows = base.as(code, base.county().name());
    } while (counties.find(code).isPresent());
    version = install(wanted, code, base.county().name());
    if (!counties.found(rows)) {
      return make(wanted);
    }
    List<HoldingRow> holders = lists.files().getOrDefault(base.county().name(), List.of());
    lists.publish(code, holders);
    CountyCode county = code;
    CurrentActor.as(Actor.platform(county), () -> calendars.takeShippedOf(wanted.base(), county));
    return CurrentActor.as(
        Actor.platform(county), () -> people(wanted, county, base.county().name(), version));
  }

  /**
   * Somebody more, who takes a seat in the first body so called: one that stands at no desk of
   * {@link Made}, such as the police.
   *
   * @param key what nobody else in the county is called, as {@code police}
   * @param named a part of the body's name
   */
  public Person seat(Made county, String key, String named, Role role) {
    return CurrentActor.as(
        Actor.platform(county.code()),
        () -> {
          Body body =
              bodies.of(county.code()).stream()
                  .filter(b -> b.name().contains(named))
                  .min(Comparator.comparing(b -> b.id().value()))
                  .orElseThrow(
                      () -> new IllegalArgumentException("no body is called like " + named));
          return Objects.requireNonNull(
              transaction.execute(_ -> open(county.code(), key, body, role)));
        });
  }

  private CountyRows base(Wanted wanted) {
    Map<String, String> files = wanted.directory();
    List<CountyRows> known = files == null ? counties.files() : counties.read(files);
    return known.stream()
        .filter(r -> r.county().code().equals(wanted.base()))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "organisation.no-such-county",
                        "There are no data files of county " + wanted.base() + ".",
                        Map.of("county", wanted.base().value()))));
  }

  private String install(Wanted wanted, CountyCode code, String name) {
    CountyCode source = mechanismSource(wanted);
    Mechanism mechanism = mechanisms.inForce(source, FAR);
    MechanismBundle bundle =
        CurrentActor.as(Actor.platform(source), () -> library.bundle(source, mechanism.version()));
    LocalDate from = mechanism.inForceFrom();
    if (wanted.mechanism() != null) {
      bundle = bundle.withCountyFiles(wanted.mechanism());
      from = bundle.read().orThrow().inForceFrom();
    }
    if (!wanted.without().isEmpty()) {
      bundle = bundle.without(wanted.without());
    }
    MechanismBundle own = bundle.withCounty(code, name);
    LocalDate effective = from;
    return CurrentActor.as(Actor.platform(code), () -> library.install(own, effective));
  }

  /** The national and platform files beneath an invented county's own are those of any other. */
  private CountyCode mechanismSource(Wanted wanted) {
    return wanted.mechanism() == null || mechanisms.counties().contains(wanted.base())
        ? wanted.base()
        : mechanisms.counties().getFirst();
  }

  private Made people(Wanted wanted, CountyCode county, String name, String version) {
    Map<String, Body> desks = desks(county);
    List<Person> people = new ArrayList<>();
    transaction.executeWithoutResult(
        _ ->
            desks.forEach(
                (desk, body) ->
                    roles(body).stream()
                        .sorted()
                        .filter(role -> isWanted(wanted, key(desk, role)))
                        .forEach(role -> people.add(open(county, desk, body, role)))));
    Map<String, BodyId> ids = new LinkedHashMap<>();
    desks.forEach((desk, body) -> ids.put(desk, body.id()));
    return new Made(county, name, version, ids, people);
  }

  private static Set<Role> roles(Body body) {
    return body.kind() == BodyKind.COUNTY_GOVERNMENT
        ? Set.of(COORDINATOR, ADMINISTRATOR, SUPERVISOR, CLERK, SIGNER)
        : Set.of(CLERK, OFFICER, SIGNER);
  }

  private static String key(String desk, Role role) {
    return desk + "." + role.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isWanted(Wanted wanted, String key) {
    return wanted.people() == null || wanted.people().contains(key);
  }

  private Person open(CountyCode county, String desk, Body body, Role role) {
    String key = key(desk, role);
    String login = county + "." + key;
    String name = Names.of(login);
    accounts.open(new NewAccount(login, name, null, List.of(new Post(body.id(), Set.of(role)))));
    return new Person(key, login, password, name, body.id(), body.name(), body.kind(), role);
  }

  /** The government, the first three departments, the first sub-district and the first town. */
  private Map<String, Body> desks(CountyCode county) {
    List<Body> all = bodies.of(county);
    Map<String, Body> desks = new LinkedHashMap<>();
    desks.put("gov", bodies.countyGovernment(county));
    List<Body> departments =
        all.stream()
            .filter(b -> b.kind() == BodyKind.DEPARTMENT)
            .sorted(Comparator.comparing((Body b) -> b.id().value()))
            .limit(3)
            .toList();
    for (int i = 0; i < departments.size(); i++) {
      desks.put("d" + (i + 1), departments.get(i));
    }
    List<Body> townships =
        all.stream()
            .filter(b -> b.kind() == BodyKind.TOWNSHIP)
            .sorted(Comparator.comparing((Body b) -> b.id().value()))
            .toList();
    List<Body> two = new ArrayList<>();
    townships.stream().limit(1).forEach(two::add);
    townships.stream()
        .skip(1)
        .filter(b -> b.name().endsWith("政府"))
        .findFirst()
        .or(() -> townships.stream().skip(1).findFirst())
        .ifPresent(two::add);
    for (int i = 0; i < two.size(); i++) {
      Body township = two.get(i);
      String desk = "t" + (i + 1);
      desks.put(desk, township);
      all.stream()
          .filter(b -> township.id().equals(b.township()))
          .filter(b -> b.kind() == BodyKind.TEAM || b.kind() == BodyKind.DISPATCHED)
          .forEach(
              b ->
                  desks.put(
                      desk
                          + b.id()
                              .value()
                              .substring(township.id().value().length())
                              .replace('-', '.'),
                      b));
    }
    return desks;
  }
}
