package xiezhi.sharing.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Permission;
import xiezhi.sharing.domain.DataRequest;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.RulesDraft;
import xiezhi.sharing.domain.SharingBook;
import xiezhi.sharing.domain.Suggestion;

/**
 * Pages and lists of what goes to and fro beside the shared items themselves: drafts of rules,
 * requests for information, suggestions; and the letters of all of them.
 */
@Service
@Transactional(readOnly = true)
public class ReadExchanges {
  private final Desk desk;
  private final SharingDesk own;
  private final SharingBook book;
  private final ReadSharing read;
  private final ConsultOnRules consult;
  private final AskForInformation ask;
  private final FeedBackToIndustry industry;
  private final Obligations obligations;
  private final Bodies bodies;
  private final Letters letters;

  ReadExchanges(
      Desk desk,
      SharingDesk own,
      SharingBook book,
      ReadSharing read,
      ConsultOnRules consult,
      AskForInformation ask,
      FeedBackToIndustry industry,
      Obligations obligations,
      Bodies bodies,
      Letters letters) {
    this.desk = desk;
    this.own = own;
    this.book = book;
    this.read = read;
    this.consult = consult;
    this.ask = ask;
    this.industry = industry;
    this.obligations = obligations;
    this.bodies = bodies;
    this.letters = letters;
  }

  public record DraftPage(
      RulesDraft draft,
      BodyRef drafter,
      @Nullable BodyRef consulted,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  public DraftPage draft(UUID id) {
    Instant now = desk.now();
    RulesDraft d = consult.draft(id);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("consultOnRules", consult.mayConsult(d));
    acts.put("opineOnRules", consult.mayOpine(d));
    acts.put("issueRules", consult.mayIssue(now, d));
    acts.put("dropRules", desk.mayActFor(d.drafter()).and(d.mayDrop()));
    return new DraftPage(
        d,
        bodies.ref(d.drafter()),
        d.consultation() == null ? null : bodies.ref(d.consultation().consulted()),
        obligations.of(d.reference(), now),
        acts);
  }

  public List<RulesDraft> drafts(@Nullable UUID before, int limit) {
    return book.drafts(desk.county(), query(before, limit));
  }

  public record RequestPage(
      DataRequest request, List<ObligationView> obligations, Map<String, Permission> acts) {}

  public RequestPage request(UUID id) {
    DataRequest r = ask.request(id);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("answerInformationRequest", ask.mayAnswer(r));
    acts.put("declineInformationRequest", ask.mayAnswer(r));
    return new RequestPage(r, obligations.of(r.reference(), desk.now()), acts);
  }

  public List<DataRequest> requests(@Nullable UUID before, int limit) {
    return book.requests(desk.county(), query(before, limit));
  }

  public List<Suggestion> suggestions(@Nullable UUID before, int limit) {
    return book.suggestions(desk.county(), query(before, limit));
  }

  private SharingBook.Query query(@Nullable UUID before, int limit) {
    return new SharingBook.Query(SharingDesk.seesAll() ? null : own.seats(), before, limit);
  }

  public record SuggestionPage(
      Suggestion suggestion,
      BodyRef from,
      BodyRef to,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  public SuggestionPage suggestion(UUID id) {
    Suggestion s = industry.suggestion(id);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("answerManagementSuggestion", industry.mayAnswer(s));
    acts.put("followUpManagementSuggestion", industry.mayFollowUp(s));
    return new SuggestionPage(
        s,
        bodies.ref(s.suggester()),
        bodies.ref(s.suggested()),
        obligations.of(s.reference(), desk.now()),
        acts);
  }

  public String categoryName(String code) {
    return read.categoryNames().getOrDefault(code, code);
  }

  // ------------------------------------------------------------------ letters

  /** The copy or the changed basis, as it went out; plain information goes without a letter. */
  public Letters.Rendered informationLetter(UUID id, Letters.Format format) {
    return render(own.information(id).letter(), format);
  }

  /** What the enforcing body was asked with, before the rules were changed. */
  public Letters.Rendered consultationLetter(UUID id, Letters.Format format) {
    RulesDraft.Consultation asked = consult.draft(id).consultation();
    return render(asked == null ? null : asked.letter(), format);
  }

  public Letters.Rendered suggestionLetter(UUID id, Letters.Format format) {
    return render(industry.suggestion(id).letter(), format);
  }

  private Letters.Rendered render(Information.@Nullable Letter letter, Letters.Format format) {
    return letters.renderIfAny(letter == null ? null : letter.id(), format);
  }
}
