package xiezhi.command.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/** Reports upward, the contacts they go to, and what is marked for the area chief. */
public interface ReportRegister {
  void insert(CountyCode county, Report report);

  /** Writes what changed, if nobody else did before. */
  void update(CountyCode county, Report report);

  Optional<Report> find(CountyCode county, UUID id);

  /** Newest first; {@code desk} empty for the whole county. */
  List<Report> list(CountyCode county, List<BodyId> desk, @Nullable UUID before, int limit);

  List<Report> of(CountyCode county, MatterId matter);

  /** Sets it, unless somebody else did meanwhile. */
  void insert(CountyCode county, Mark mark);

  /** Takes it back, unless somebody else did meanwhile. */
  void update(CountyCode county, Mark mark);

  /** The one that stands. */
  Optional<Mark> mark(CountyCode county, MatterId matter);

  /**
   * The same, kept from being taken back or reported by anybody else until the transaction ends.
   */
  Optional<Mark> lockMark(CountyCode county, MatterId matter);

  void insert(CountyCode county, Contact contact);

  void update(CountyCode county, Contact contact);

  Optional<Contact> contact(CountyCode county, UUID id);

  /** By kind, unit and name; without those that were taken out. */
  List<Contact> contacts(CountyCode county);
}
