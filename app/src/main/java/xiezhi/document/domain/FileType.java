package xiezhi.document.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file may be. Anything else is refused: above all what could run on somebody's machine. */
public enum FileType {
  JPEG(Family.PICTURE, "image/jpeg", "jpg", "jpeg", "jfif"),
  PNG(Family.PICTURE, "image/png", "png"),
  GIF(Family.PICTURE, "image/gif", "gif"),
  WEBP(Family.PICTURE, "image/webp", "webp"),
  BMP(Family.PICTURE, "image/bmp", "bmp"),
  TIFF(Family.PICTURE, "image/tiff", "tif", "tiff"),
  HEIC(Family.PICTURE, "image/heic", "heic", "heif"),
  PDF(Family.DOCUMENT, "application/pdf", "pdf"),
  /** 版式文件, GB/T 33190. */
  OFD(Family.DOCUMENT, "application/ofd", "ofd"),
  DOCX(
      Family.DOCUMENT,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx"),
  XLSX(
      Family.DOCUMENT, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  TEXT(Family.DOCUMENT, "text/plain", "txt", "csv", "log"),
  MP4(Family.RECORDING, "video/mp4", "mp4", "m4v"),
  QUICKTIME(Family.RECORDING, "video/quicktime", "mov"),
  VIDEO_3GPP(Family.RECORDING, "video/3gpp", "3gp"),
  MP3(Family.RECORDING, "audio/mpeg", "mp3"),
  AMR(Family.RECORDING, "audio/amr", "amr"),
  M4A(Family.RECORDING, "audio/mp4", "m4a"),
  WAV(Family.RECORDING, "audio/wav", "wav");

  /** Among pictures and among recordings a phone's wrong ending does no harm. */
  private enum Family {
    PICTURE,
    RECORDING,
    DOCUMENT
  }

  private final Family family;
  private final String mediaType;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> endings;

  FileType(Family family, String mediaType, String... endings) {
    this.family = family;
    this.mediaType = mediaType;
    this.endings = Set.of(endings);
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<FileType> of(String mediaType) {
    return Arrays.stream(values()).filter(t -> t.mediaType.equals(mediaType)).findFirst();
  }

  /** Whether a file of this type may bear that name. A name without an ending claims nothing. */
  public boolean mayBeNamed(String name) {
    String ending = FileName.ending(name);
    return ending.isEmpty()
        ? name.indexOf('.') < 0
        : Arrays.stream(values())
            .anyMatch(
                t ->
                    t.endings.contains(ending)
                        && (t == this || (family != Family.DOCUMENT && t.family == family)));
  }

  /** What a photo is called whose own name is not kept: it may say who took it. */
  public String photoName() {
    return "照片." + endings.stream().sorted().reduce((_, last) -> last).orElseThrow();
  }

  /** All endings that files may have, for the sentence that refuses another. */
  public static List<String> allEndings() {
    return Arrays.stream(values())
        .flatMap(t -> t.endings.stream().sorted())
        .collect(Collectors.toList());
  }
}
