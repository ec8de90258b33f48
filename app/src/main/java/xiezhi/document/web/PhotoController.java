package xiezhi.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.document.Photos;

/** Pictures among the attachments, for those who may see their matter. */
@RestController
@Tag(name = "attachments")
class PhotoController {
  private final Photos photos;

  PhotoController(Photos photos) {
    this.photos = photos;
  }

  @GetMapping("/api/attachments/{id}/photo-facts")
  @Operation(
      operationId = "getPhotoFacts",
      summary = "What the camera wrote into a picture: time, place (WGS-84), direction; unverified")
  Photos.Facts getPhotoFacts(@PathVariable UUID id) {
    return photos.facts(id);
  }

  @GetMapping("/api/attachments/{id}/rendition")
  @Operation(
      operationId = "downloadRendition",
      summary = "A picture made small and written anew, without anything the original carries")
  ResponseEntity<Resource> downloadRendition(@PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(new FileSystemResource(photos.rendition(id)));
  }
}
