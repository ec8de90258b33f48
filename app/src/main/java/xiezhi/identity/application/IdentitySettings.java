package xiezhi.identity.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How strict the entrance is.
 *
 * @param failures wrong passwords in a row that lock an account
 * @param lock for how long
 * @param idle how long an unused session lasts
 * @param longest how long any session lasts
 * @param shortestPassword in characters
 * @param demonstrationPassword common to all demonstration people; of no use outside that mode
 */
@ConfigurationProperties("xiezhi.identity")
public record IdentitySettings(
    int failures,
    Duration lock,
    Duration idle,
    Duration longest,
    int shortestPassword,
    String demonstrationPassword) {}
