/**
 * 时限: the heart. Everything a mechanism says is an obligation: who owes what, to whom, about which
 * matter, by when, under which rule, and how that time was computed. A flow tells what happened
 * ({@link xiezhi.obligation.Obligations#happened}); which clocks start and stop is the county's
 * rules' affair. To-do lists, lights, reminders and escalation are views of the rows here.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "ledger",
      "notification"
    })
@NullMarked
package xiezhi.obligation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
