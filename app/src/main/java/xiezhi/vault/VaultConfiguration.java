package xiezhi.vault;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xiezhi.platform.StartFault;

/** Which keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {
  /**
   * With a database of our own the keys lie beside it in the data folder. An external database may
   * be shared by several replicas: if each made its own keys, none could read the others' values.
   */
  @Bean
  Vault vault(
      VaultSettings settings,
      @Value("${xiezhi.data}") Path data,
      @Value("${spring.datasource.url:embedded}") String database) {
    if (settings.isGiven()) {
      return new Sm4Vault(Keys.configured(settings));
    }
    if (!database.equals("embedded")) {
      throw new StartFault(
          "There is no key to seal personal data with: the database is external, and"
              + " xiezhi.vault.keys is not configured.",
          "Configure xiezhi.vault.keys.1 (openssl rand -hex 16) and xiezhi.vault.index-key"
              + " (openssl rand -hex 32), the same for every replica, and keep them apart from the"
              + " database's backups.");
    }
    return new Sm4Vault(new KeyFiles(data).read());
  }
}
