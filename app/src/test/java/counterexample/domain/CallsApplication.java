package counterexample.domain;

import counterexample.application.CallsWeb;

class CallsApplication {
  CallsWeb upwards() {
    return new CallsWeb();
  }
}
