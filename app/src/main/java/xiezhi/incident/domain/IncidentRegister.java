package xiezhi.incident.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;

/** Calls, requests for help, incidents and opinions as they are kept. */
public interface IncidentRegister {
  /**
   * A page of a list.
   *
   * @param desk whose; empty for the whole county
   * @param before the last id of the page before; null at the start
   */
  record Query(List<BodyId> desk, boolean open, @Nullable UUID before, int limit) {
    public Query {
      desk = List.copyOf(desk);
    }
  }

  /**
   * @param involved the bodies that may see it from now on
   */
  void insert(CountyCode county, SupportCall call, Collection<BodyId> involved);

  /** Writes what changed, if nobody else did before. */
  void update(CountyCode county, SupportCall call);

  Optional<SupportCall> call(CountyCode county, UUID id);

  /** Those in which somebody is in danger first, then newest first. */
  List<SupportCall> calls(CountyCode county, Query q);

  void insert(CountyCode county, HelpRequest help);

  void update(CountyCode county, HelpRequest help);

  Optional<HelpRequest> help(CountyCode county, UUID id);

  /** Newest first. */
  List<HelpRequest> helps(CountyCode county, Query q);

  void insert(CountyCode county, Incident incident, Collection<BodyId> involved);

  void update(CountyCode county, Incident incident);

  Optional<Incident> incident(CountyCode county, UUID id);

  /** Newest first. */
  List<Incident> incidents(CountyCode county, Query q);

  /** That body takes part from now on, and so may see it. */
  void involve(CountyCode county, Incident incident, BodyId body);

  boolean isInvolved(CountyCode county, UUID thing, List<BodyId> desk);

  void insert(CountyCode county, Opinion opinion);

  void update(CountyCode county, Opinion opinion);

  Optional<Opinion> opinion(CountyCode county, UUID id);

  /** Newest first. */
  List<Opinion> opinions(CountyCode county, Query q);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "incident.changed-meanwhile",
        "Somebody else changed this meanwhile; look again.");
  }
}
