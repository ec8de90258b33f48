/**
 * 指挥调度: who commands whom, and what became of it. A county's rules name its command posts (the
 * command platform of a township, an area under its chief, the duty command of a bureau) and whose
 * seats they have; from a post go orders to bodies and people, with place, content and time, which
 * are acknowledged, begun, carried out and reported, or refused with a ground. Beside them stand
 * the register of problems, reports upward with their replies, the contacts, and the published
 * roster. A post is a rule and no body: it has no seal and decides no case.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "identity",
      "document",
      "ledger",
      "obligation",
      "matter",
      "notification",
      "correspondence",
      "flow",
      "incident",
      "device"
    })
@NullMarked
package xiezhi.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
