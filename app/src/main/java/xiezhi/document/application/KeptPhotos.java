package xiezhi.document.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import xiezhi.document.Attachments.Attachment;
import xiezhi.document.Photos;
import xiezhi.document.domain.FileType;
import xiezhi.document.photo.Darkroom;
import xiezhi.document.storage.ObjectStore;
import xiezhi.document.storage.RenditionStore;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;

/** Takes photos in, and shows them without what they carry. */
@Service
public class KeptPhotos implements Photos {
  private final KeptAttachments attachments;
  private final ObjectStore originals;
  private final RenditionStore renditions;
  private final Darkroom darkroom;

  KeptPhotos(
      KeptAttachments attachments,
      ObjectStore originals,
      RenditionStore renditions,
      Darkroom darkroom) {
    this.attachments = attachments;
    this.originals = originals;
    this.renditions = renditions;
    this.darkroom = darkroom;
  }

  /** Developed as it comes in: what cannot be is refused while its sender is still there. */
  @Override
  public UUID take(String kind, InputStream content, @Nullable String key) {
    byte[][] rendition = new byte[1][];
    Attachment taken =
        attachments.takePhoto(
            kind, content, key, (file, type) -> rendition[0] = darkroom.develop(file, type));
    try {
      renditions.keep(CurrentActor.get().county(), taken.hash(), rendition[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("the rendition could not be written to the data folder", e);
    }
    return taken.id();
  }

  @Override
  public Facts facts(UUID attachment) {
    var content = attachments.download(attachment);
    try {
      return darkroom.facts(content.file(), type(content.attachment()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Path rendition(UUID attachment) {
    return renditionOf(attachments.download(attachment).attachment());
  }

  @Override
  public Path renditionOf(Attachment attachment) {
    CountyCode county = CurrentActor.get().county();
    return renditions.find(county, attachment.hash()).orElseGet(() -> develop(county, attachment));
  }

  private Path develop(CountyCode county, Attachment attachment) {
    try {
      Path original = originals.open(county, attachment.hash());
      return renditions.keep(
          county, attachment.hash(), darkroom.develop(original, type(attachment)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileType type(Attachment attachment) {
    return FileType.of(attachment.mediaType()).orElseThrow();
  }
}
