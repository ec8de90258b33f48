package xiezhi.command.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.SubjectPage;

/** Where orders, problems and reports are looked at. */
@Configuration(proxyBeanMethods = false)
class CommandPages {
  @Bean
  SubjectPage orderPage() {
    return new SubjectPage("order", "/orders/");
  }

  @Bean
  SubjectPage problemPage() {
    return new SubjectPage("problem", "/problems/");
  }

  @Bean
  SubjectPage upwardReportPage() {
    return new SubjectPage("upward-report", "/upward-reports/");
  }
}
