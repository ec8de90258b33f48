package xiezhi.identity.application;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether this installation is for showing: then its people are listed with their password. */
@Component
public class Demonstration {
  private final boolean on;
  private final String password;

  Demonstration(@Value("${xiezhi.demonstration}") boolean on, IdentitySettings settings) {
    this.on = on;
    this.password = settings.demonstrationPassword();
  }

  public boolean isOn() {
    return on;
  }

  public String password() {
    return password;
  }
}
