package xiezhi.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import xiezhi.Xiezhi;

/**
 * The whole application on a real PostgreSQL that all test classes of the run share, as is the
 * application itself: a test makes its own county and leaves the others alone. Profile {@code
 * test}: inject {@link xiezhi.testclock.MovableClock} to move the clock.
 *
 * <p>There is one such application, asked without a connection by {@code MockMvcTester} or over a
 * real one ({@link ServerTest}). A bean of one test's own would make it start once more.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
    classes = Xiezhi.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // streams of notifications beat fast enough to be watched
    properties = "xiezhi.notification.heartbeat=200ms")
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
public @interface PlatformTest {}
