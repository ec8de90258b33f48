package xiezhi.conference.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;

/** Meetings and resolutions as they are kept. */
public interface MeetingRegister {
  /**
   * @param of who convenes, keeps the office or is invited; null for the whole county
   * @param series only of that one
   * @param beforeStart start of the last one seen, with its id
   */
  record Query(
      @Nullable Collection<BodyId> of,
      @Nullable String series,
      @Nullable Instant beforeStart,
      @Nullable UUID beforeId,
      int limit) {}

  /** Somebody named for a body: its liaison or the leader in charge. */
  record Contact(BodyId body, Part part, String name, String phone, Instant setAt, String setBy) {}

  enum Part {
    /** 联合执法联络人. */
    LIAISON,
    /** 分管负责人. */
    LEADER;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An entry of the agreed list of consultation matters, of one edition. */
  record Listed(int edition, int position, String title, LocalDate agreedOn) {}

  void insert(CountyCode county, Meeting meeting);

  void update(CountyCode county, Meeting meeting);

  Optional<Meeting> find(CountyCode county, UUID id);

  List<Meeting> list(CountyCode county, Query query);

  /** Those that begin in that stretch, in order. */
  List<Meeting> between(
      CountyCode county, @Nullable Collection<BodyId> of, Instant from, Instant to, int limit);

  /** When a meeting of each series was held last, in each township; the county's under "". */
  Map<String, Map<String, Instant>> lastHeld(CountyCode county);

  void insert(CountyCode county, Resolution resolution);

  void update(CountyCode county, Resolution resolution);

  Optional<Resolution> resolution(CountyCode county, UUID id);

  List<Resolution> resolutionsOf(CountyCode county, UUID meeting);

  /** Still owed, the most urgent first; of all bodies if {@code debtors} is null. */
  List<Resolution> owed(CountyCode county, @Nullable Collection<BodyId> debtors, int limit);

  List<Contact> contacts(CountyCode county, Part part);

  void contact(CountyCode county, Contact contact, String account);

  /** The newest edition of the list of consultation matters; empty if there is none. */
  List<Listed> listed(CountyCode county);

  void list(
      CountyCode county, int edition, List<String> titles, LocalDate on, Instant at, String by);

  static Refusal overtaken() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "conference.changed-meanwhile",
        "Somebody else changed this meanwhile; look at it again.");
  }
}
