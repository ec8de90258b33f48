package xiezhi.vault;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys, where they are not kept as files in the data folder.
 *
 * @param keys sealing keys by number, 32 hexadecimal digits each; the highest number seals, all of
 *     them open
 * @param indexKey key of the blind index, 64 hexadecimal digits; stays what it is as long as what
 *     was written with it is to be found
 */
@ConfigurationProperties("xiezhi.vault")
record VaultSettings(@Nullable Map<Integer, String> keys, @Nullable String indexKey) {
  boolean isGiven() {
    return indexKey != null || (keys != null && !keys.isEmpty());
  }
}
