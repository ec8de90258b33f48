package counterexample.application;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

class SpeaksSql {
  @Nullable DSLContext sql;
}
