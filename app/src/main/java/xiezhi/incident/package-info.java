/**
 * 公安保障、应急处突、舆情: an officer in trouble presses one button, and the police station of the place
 * answers, arrives, takes over and closes; an incident is reported upward at the first moment and
 * keeps a log; what the public says of it is followed until it is answered.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "document",
      "ledger",
      "obligation",
      "matter",
      "notification",
      "vault",
      "flow"
    })
@NullMarked
package xiezhi.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
