package xiezhi.assistance.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.SubjectPage;

/** A request has its own page. */
@Configuration(proxyBeanMethods = false)
class AssistancePages {
  @Bean
  SubjectPage assistancePage() {
    return new SubjectPage("assistance", "/assistance/");
  }
}
