/**
 * 演示: what an installation is filled with that is there to be looked at: invented people of real
 * counties, and stories told as data by driving the use cases that people drive, each at its own
 * time. Nothing here runs unless {@code xiezhi.demonstration} is set.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "testclock",
      "calendar",
      "mechanism",
      "identity",
      "organisation",
      "powers",
      "document",
      "matter",
      "intake",
      "intake :: application",
      "intake :: domain",
      "transfer",
      "assistance",
      "assistance :: application",
      "assistance :: domain",
      "dispute",
      "dispute :: application",
      "dispute :: domain",
      "transfer :: application",
      "transfer :: domain",
      "referral :: application",
      "referral :: domain",
      "incident :: application",
      "incident :: domain",
      "whistle :: application",
      "whistle :: domain",
      "sharing :: application",
      "sharing :: domain",
      "conference :: application",
      "conference :: domain"
    })
@NullMarked
package xiezhi.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
