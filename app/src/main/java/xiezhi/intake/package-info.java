/**
 * 受理: leads enter here: registered with place, items, parties and facts, judged ours or not ours,
 * marked urgent. First-receiver responsibility (首问责任) begins with the registration.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "powers",
      "ledger",
      "document",
      "obligation",
      "matter",
      "notification"
    })
@NullMarked
package xiezhi.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
