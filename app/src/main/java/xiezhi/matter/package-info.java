/**
 * 事项: the thread on which everything hangs that happens to one violation, across all bodies:
 * number, subject, place, suspected items, who holds it, who may see it. The place of the act
 * decides who is competent (行政处罚法 art. 22).
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "ledger",
      "obligation"
    })
@NullMarked
package xiezhi.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
