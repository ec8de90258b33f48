package xiezhi.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import xiezhi.Xiezhi;

/**
 * As {@link PlatformTest}, but behind a real port: for what only shows over a real connection. The
 * notification streams beat fast enough to be watched.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
    classes = Xiezhi.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "xiezhi.notification.heartbeat=200ms")
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
public @interface ServerTest {}
