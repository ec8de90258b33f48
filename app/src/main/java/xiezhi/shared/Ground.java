package xiezhi.shared;

import org.jspecify.annotations.Nullable;

/**
 * The ground of a refusal or a date: which rule, on what basis, in whose words.
 *
 * @param rule id of the rule in the county's mechanism; null where no mechanism rule stands behind
 *     it
 * @param basis {@code clause}, {@code national}, {@code platform-default} or {@code
 *     internal-target}
 * @param citation clause id, or article of law, or the name of the default
 * @param quote the words of the clause or article, in the original; empty for a platform default
 */
public record Ground(@Nullable String rule, String basis, String citation, String quote) {}
