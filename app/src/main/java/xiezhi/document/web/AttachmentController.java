package xiezhi.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import xiezhi.document.Attachments.Attachment;
import xiezhi.document.application.KeptAttachments;

@RestController
@Tag(name = "attachments")
class AttachmentController {
  private final KeptAttachments attachments;

  AttachmentController(KeptAttachments attachments) {
    this.attachments = attachments;
  }

  @PostMapping(value = "/api/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "uploadAttachment",
      summary = "Take in one file; the act that names its id ties it to a matter")
  Attachment uploadAttachment(
      @RequestParam("file") MultipartFile file,
      @RequestParam(defaultValue = "other") String kind,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      return attachments.upload(name == null ? "" : name, kind, content, key);
    }
  }

  /** Always to be saved, never to be shown as a page of ours: nothing in it may run. */
  @GetMapping("/api/attachments/{id}")
  @Operation(operationId = "downloadAttachment", summary = "A file, or a range of it")
  ResponseEntity<Resource> downloadAttachment(@PathVariable UUID id) {
    var content = attachments.download(id);
    Attachment attachment = content.attachment();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(attachment.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .eTag("\"" + attachment.hash() + "\"")
        .body(new FileSystemResource(content.file()));
  }
}
