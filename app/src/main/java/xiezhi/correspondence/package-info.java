/**
 * 往来文书: one inbox and one outbox of each body for whatever goes between bodies, with the same
 * filters and clocks, and who has received, looked at and acknowledged it (签收). A flow puts its
 * things here at every change; what they are in full, the flow keeps.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "organisation", "ledger", "obligation", "matter"})
@NullMarked
package xiezhi.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
