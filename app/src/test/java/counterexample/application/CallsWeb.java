package counterexample.application;

import counterexample.web.PublicController;
import org.jspecify.annotations.Nullable;

public class CallsWeb {
  @Nullable PublicController upwards;
}
