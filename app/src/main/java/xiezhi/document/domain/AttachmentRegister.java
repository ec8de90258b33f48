package xiezhi.document.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xiezhi.document.Attachments.Attachment;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/** Which file was added by whom, and to which matter it belongs. */
public interface AttachmentRegister {
  void add(CountyCode county, Attachment attachment);

  Optional<Attachment> find(CountyCode county, UUID id);

  List<Attachment> find(CountyCode county, Collection<UUID> ids);

  List<Attachment> of(CountyCode county, MatterId matter);

  /** Those, locked until the transaction ends. */
  List<Attachment> lock(CountyCode county, Collection<UUID> ids);

  void attach(CountyCode county, MatterId matter, Collection<UUID> ids);

  /** Forgets up to so many that were never attached to a matter; answers what they held. */
  List<String> forgetUnattached(CountyCode county, Instant addedBefore, int most);

  /**
   * Nobody else takes in or throws away this content until the transaction ends.
   *
   * @param hash of the content
   */
  void lockContent(CountyCode county, String hash);

  boolean isNeeded(CountyCode county, String hash);
}
