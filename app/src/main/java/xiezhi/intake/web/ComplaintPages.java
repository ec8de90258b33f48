package xiezhi.intake.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.SubjectPage;

/** Where complaints are looked at. */
@Configuration(proxyBeanMethods = false)
class ComplaintPages {
  @Bean
  SubjectPage complaintPage() {
    return new SubjectPage("complaint", "/complaints/");
  }

  @Bean
  SubjectPage conductComplaintPage() {
    return new SubjectPage("conduct-complaint", "/conduct-complaints/");
  }
}
