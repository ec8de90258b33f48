package xiezhi.whistle.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.SubjectPage;

/** Where calls and suggestions are looked at; a call by its own id leads to its whistle. */
@Configuration(proxyBeanMethods = false)
class WhistlePages {
  @Bean
  SubjectPage whistlePage() {
    return new SubjectPage("whistle", "/whistle-calls/");
  }

  @Bean
  SubjectPage urgingPage() {
    return new SubjectPage("urging", "/whistle-calls/");
  }

  @Bean
  SubjectPage suggestionPage() {
    return new SubjectPage("suggestion", "/suggestions/");
  }
}
