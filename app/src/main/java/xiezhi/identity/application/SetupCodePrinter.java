package xiezhi.identity.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever reads the first start's output how the first administrator gets in. */
@Component
class SetupCodePrinter {
  private static final Logger log = LoggerFactory.getLogger(SetupCodePrinter.class);

  private final SetUpCounty setup;
  private final Demonstration demonstration;
  private final boolean wanted;

  SetupCodePrinter(
      SetUpCounty setup,
      Demonstration demonstration,
      @Value("${xiezhi.identity.setup-code:false}") boolean wanted) {
    this.setup = setup;
    this.demonstration = demonstration;
    this.wanted = wanted;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    if (wanted || (!demonstration.isOn() && setup.isNeeded())) {
      log.info(
          "Setup code for the first administrator of a county, good once within 24 hours: {}  Open"
              + " /setup and enter it.",
          setup.newCode().value());
    }
  }
}
