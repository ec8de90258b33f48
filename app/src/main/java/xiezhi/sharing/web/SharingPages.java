package xiezhi.sharing.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.PeriodicEvents;
import xiezhi.obligation.SubjectPage;

/** Where the subjects of this module are looked at. */
@Configuration(proxyBeanMethods = false)
class SharingPages {
  /** 定期抄送: each copy counts for its series. */
  @Bean
  PeriodicEvents copiedPeriodically() {
    return new PeriodicEvents(Set.of("information.copied"));
  }

  @Bean
  SubjectPage informationPage() {
    return new SubjectPage("information", "/information/");
  }

  @Bean
  SubjectPage informationRequestPage() {
    return new SubjectPage("request", "/information-requests/");
  }

  @Bean
  SubjectPage rulesDraftPage() {
    return new SubjectPage("rules", "/rules-drafts/");
  }

  @Bean
  SubjectPage managementSuggestionPage() {
    return new SubjectPage("management-suggestion", "/management-suggestions/");
  }
}
