/**
 * 执法协助: a body asks another for identification, technical support, an opinion, an identity check,
 * help on the spot, archives, guidance or means, and is answered with an opinion and evidence that
 * hang on the matter. What lies within the asked body's powers must be given (行政处罚法 art. 26); the
 * counties say in which form one asks, by when one answers, and what a refusal needs.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "flow",
      "correspondence",
      "calendar",
      "mechanism",
      "organisation",
      "document",
      "ledger",
      "obligation",
      "matter",
      "notification"
    })
@NullMarked
package xiezhi.assistance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
