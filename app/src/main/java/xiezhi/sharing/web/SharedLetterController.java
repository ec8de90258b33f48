package xiezhi.sharing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.document.LetterDownload;
import xiezhi.sharing.application.ReadExchanges;

/** The numbered letters of this module, for whoever may see what they are about. */
@RestController
@Tag(name = "information")
class SharedLetterController {
  private final ReadExchanges read;

  SharedLetterController(ReadExchanges read) {
    this.read = read;
  }

  @GetMapping("/api/rules-drafts/{id}/letter")
  @Operation(
      operationId = "getRulesConsultationLetter",
      summary = "The letter it was put to the enforcing body with, as Word or PDF")
  ResponseEntity<byte[]> getRulesConsultationLetter(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.consultationLetter(id, LetterDownload.format(format)));
  }

  @GetMapping("/api/management-suggestions/{id}/letter")
  @Operation(operationId = "getManagementSuggestionLetter", summary = "Its letter as Word or PDF")
  ResponseEntity<byte[]> getManagementSuggestionLetter(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.suggestionLetter(id, LetterDownload.format(format)));
  }

  @GetMapping("/api/information/{id}/letter")
  @Operation(
      operationId = "getInformationLetter",
      summary = "The letter it went out with, as Word or PDF")
  ResponseEntity<byte[]> getInformationLetter(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.informationLetter(id, LetterDownload.format(format)));
  }
}
