package xiezhi.dispute.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.SubjectPage;

/** A dispute has its own page. */
@Configuration(proxyBeanMethods = false)
class DisputePages {
  @Bean
  SubjectPage disputePage() {
    return new SubjectPage("dispute", "/disputes/");
  }
}
