/**
 * 吹哨报到、协调督办: a township calls departments to a comprehensive matter, they report in, arrive and do
 * the work, and the township confirms it; it urges with a due date; silence and a refusal without
 * reason are told to the government by a person. Suggestions on posts and rewards go to the two
 * parties and the organisation department only, and have no effect by themselves.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "document",
      "obligation",
      "matter",
      "notification",
      "correspondence",
      "flow"
    })
@NullMarked
package xiezhi.whistle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
