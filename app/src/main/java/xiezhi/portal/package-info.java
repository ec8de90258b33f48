/**
 * 公众门户: the public's face, without an account: reporting, following by code, and the standard
 * interface Open311 GeoReport v2 for other programs. Everything is done as the public of one
 * county; how often from one source is limited. Owns no data.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "organisation",
      "powers",
      "document",
      "vault",
      "obligation",
      "intake",
      "command",
      "guidance"
    })
@NullMarked
package xiezhi.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
