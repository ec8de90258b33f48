package counterexample.domain;

import org.springframework.stereotype.Component;

@Component
class UsesSpring {}
