package xiezhi.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.referral.application.KeepContacts;
import xiezhi.referral.domain.Contact;
import xiezhi.shared.Ground;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "referral")
class ContactController {
  private final KeepContacts contacts;
  private final Idempotency idempotency;

  ContactController(KeepContacts contacts, Idempotency idempotency) {
    this.contacts = contacts;
    this.idempotency = idempotency;
  }

  record PartnerView(String name, Ground ground) {}

  /**
   * @param partner in the county's own word
   * @param kind information, briefing or consultation
   */
  record ContactRequest(
      String partner,
      String kind,
      @Nullable UUID matter,
      @Nullable String subject,
      @Nullable String content) {}

  record ContactView(
      UUID id,
      String partner,
      String kind,
      @Nullable UUID matter,
      String subject,
      String content,
      Instant at,
      String by) {}

  record ThresholdRequest(@Nullable String threshold, @Nullable String source) {}

  @GetMapping("/api/criminal-link/partners")
  @Operation(
      operationId = "listPartners",
      summary = "With whom the criminal link is kept here, and by which rule")
  List<PartnerView> listPartners() {
    return contacts.partners().stream()
        .map(p -> new PartnerView(p.name(), p.rule().ground()))
        .toList();
  }

  @PostMapping("/api/criminal-link/contacts")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "recordContact",
      summary = "Write down what was shared, briefed or talked over with a partner")
  Created recordContact(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ContactRequest r) {
    Contact.Kind kind = Typed.word("kind", Contact.Kind.class, r.kind());
    return idempotency.created(
        "recordContact",
        key,
        r,
        () ->
            contacts.write(
                Typed.text(r.partner()),
                kind,
                Typed.matterOrNone(r.matter()),
                Typed.text(r.subject()),
                Typed.text(r.content())));
  }

  @GetMapping("/api/criminal-link/contacts")
  @Operation(operationId = "listContacts", summary = "Contacts with the partners, newest first")
  Page<ContactView> listContacts(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return Page.byId(after, limit, (last, most) -> contacts.list(county, last, most), c -> c.id())
        .map(
            c ->
                new ContactView(
                    c.id(),
                    c.partner(),
                    c.kind().key(),
                    c.matter() == null ? null : c.matter().value(),
                    c.subject(),
                    c.content(),
                    c.step().at(),
                    c.step().by()));
  }

  @PutMapping("/api/criminal-link/thresholds/{item}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "noteThreshold",
      summary = "Note at which point an item becomes a crime, with the source")
  void noteThreshold(@PathVariable String item, @RequestBody ThresholdRequest r) {
    contacts.note(item, Typed.text(r.threshold()), Typed.text(r.source()));
  }
}
