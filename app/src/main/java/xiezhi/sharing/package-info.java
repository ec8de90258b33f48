/**
 * 信息共享: what one body knows and the others need, by the county's categories: told once, delivered
 * to those concerned by rule, by subscription or by name, with a receipt from each. Changes of law,
 * basis, standard or benchmark go to every holder of the item; rules are consulted on before they
 * are issued; penalties and problems go back to the industry departments with suggestions. What
 * other flows bring about (a result, a closed case) is shared of itself: nobody types it twice.
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
      "notification",
      "flow",
      "correspondence"
    })
@NullMarked
package xiezhi.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
