package xiezhi.referral.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.obligation.SubjectPage;

/** Where referrals are looked at. */
@Configuration(proxyBeanMethods = false)
class ReferralPages {
  @Bean
  SubjectPage referralPage() {
    return new SubjectPage("referral", "/referrals/");
  }

  @Bean
  SubjectPage disciplinePage() {
    return new SubjectPage("discipline", "/discipline-leads/");
  }
}
