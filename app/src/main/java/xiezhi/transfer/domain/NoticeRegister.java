package xiezhi.transfer.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;

/** The notices as they are kept. */
public interface NoticeRegister {
  void insert(CountyCode county, Notice n);

  void update(CountyCode county, Notice n);

  Optional<Notice> find(CountyCode county, UUID id);

  List<Notice> of(CountyCode county, MatterId matter);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "notice.changed-meanwhile",
        "Somebody else changed this notice meanwhile; look again.");
  }
}
