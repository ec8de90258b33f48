package xiezhi.transfer.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.SubjectPage;

/** A transfer has its own page; handovers and notices are looked at on their matter's. */
@Configuration(proxyBeanMethods = false)
class TransferPages {
  @Bean
  SubjectPage transferPage() {
    return new SubjectPage("transfer", "/transfers/");
  }
}
