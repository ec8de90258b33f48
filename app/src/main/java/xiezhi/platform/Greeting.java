package xiezhi.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints where to find the platform, after everything else that happens at the start. */
@Component
class Greeting {
  private static final Logger log = LoggerFactory.getLogger(Greeting.class);

  @EventListener(ApplicationReadyEvent.class)
  @Order
  void greet(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    String port = environment.getProperty("local.server.port");
    if (port != null) {
      log.info("獬豸 Xiezhi is ready: http://localhost:{}", port);
    }
  }
}
