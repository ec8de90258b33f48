package xiezhi.assistance.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;

/** The requests and the lists of assistance as they are kept. */
public interface AssistanceRegister {
  /** A letter that went to or fro. */
  record Paper(
      UUID letter, String template, String number, String title, BodyId issuer, Instant at) {}

  /** How many requests a body has had from another, by kind and stage. */
  record Count(String requested, String requester, String kind, String stage, int requests) {}

  void insert(CountyCode county, Assistance a);

  /** Writes what changed, if nobody else did before. */
  void update(CountyCode county, Assistance a);

  Optional<Assistance> find(CountyCode county, UUID id);

  List<Assistance> of(CountyCode county, MatterId matter);

  /** Those that one of the bodies has asked for and that are at that stage, newest first. */
  List<Assistance> asked(CountyCode county, Collection<BodyId> by, String stage, int limit);

  void keep(CountyCode county, UUID request, Paper paper);

  /** Oldest first. */
  List<Paper> papers(CountyCode county, UUID request);

  /**
   * @param bodies only of these, asking or asked; null for the whole county
   */
  List<Count> counts(CountyCode county, @Nullable Collection<BodyId> bodies);

  void list(CountyCode county, ListEntry entry);

  void end(CountyCode county, UUID entry, Instant at);

  Optional<ListEntry> entry(CountyCode county, UUID id);

  /** What is on the list now; null for every department's. */
  List<ListEntry> entries(CountyCode county, @Nullable BodyId department);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "assistance.changed-meanwhile",
        "Somebody else changed this request meanwhile; look again.");
  }
}
