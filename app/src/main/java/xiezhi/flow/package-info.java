/**
 * 流程: what every flow between bodies needs and none should write again: the moment, the mechanism
 * in force, who may act and sign for a body, whom a rule's route means, and telling the heart and
 * the people what happened. Owns no data.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "obligation",
      "matter",
      "notification"
    })
@NullMarked
package xiezhi.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
