package xiezhi.command.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CountyCode;

/** Who sits where, who is on which roster, and who is away. */
public interface PostRegister {
  /** Every seat that was ever filled. */
  List<Seat> seats(CountyCode county);

  /** Over what is there of that version; a new one has version 0. */
  void seat(CountyCode county, Seat seat);

  void list(CountyCode county, Listed listed);

  /** Takes it off the roster, if nobody else did before. */
  void unlist(CountyCode county, Listed listed);

  Optional<Listed> listed(CountyCode county, UUID id);

  /**
   * Those on the roster now, by name.
   *
   * @param post null for all posts
   */
  List<Listed> roster(CountyCode county, @Nullable String post);

  void absent(CountyCode county, Absence absence);

  /** Overlapping that time, the earliest first. */
  List<Absence> absences(
      CountyCode county,
      Collection<String> accounts,
      Collection<UUID> equipment,
      Instant from,
      Instant to);
}
