package xiezhi.incident.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.SubjectPage;

/** Where calls, help, incidents and opinions are looked at. */
@Configuration(proxyBeanMethods = false)
class IncidentPages {
  @Bean
  SubjectPage callPage() {
    return new SubjectPage("call", "/support-calls/");
  }

  @Bean
  SubjectPage helpPage() {
    return new SubjectPage("help", "/police-help/");
  }

  @Bean
  SubjectPage incidentPage() {
    return new SubjectPage("incident", "/incidents/");
  }

  @Bean
  SubjectPage opinionPage() {
    return new SubjectPage("opinion", "/opinions/");
  }
}
