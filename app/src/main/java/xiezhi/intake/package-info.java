/**
 * 受理: leads and complaints enter here. A lead is registered with place, items, parties and facts,
 * judged ours or not ours, marked urgent. A complaint has besides somebody who told us of it:
 * exactly one body is answerable to them, from the first word to the reply (首问责任、答复责任).
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
      "flow",
      "identity",
      "vault",
      "notification"
    })
@NullMarked
package xiezhi.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
