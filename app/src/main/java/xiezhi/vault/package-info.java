/**
 * 密存: texts that only their handlers may read, above all who complained: sealed with SM4-GCM before
 * they reach the database, found again by a keyed hash (个人信息保护法 art. 51, GB/T 39786-2021 8.4,
 * 信访工作条例 art. 30). Keys are never in the database.
 */
@ApplicationModule(allowedDependencies = {"shared", "platform"})
@NullMarked
package xiezhi.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
