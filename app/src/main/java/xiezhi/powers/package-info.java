/**
 * 权责清单: enforcement items, their legal basis on a day, penalty tiers, and who holds an item where
 * and from when to when: who is competent for this act, at this place, on this day (行政处罚法 arts. 17,
 * 22, 24, 37).
 */
@ApplicationModule(allowedDependencies = {"shared", "organisation"})
@NullMarked
package xiezhi.powers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
