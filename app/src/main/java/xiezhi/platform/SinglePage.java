package xiezhi.platform;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The web interface is one page: an address that is neither an operation nor a file is one of its
 * views, and gets the page itself.
 */
@Configuration(proxyBeanMethods = false)
class SinglePage implements WebMvcConfigurer {
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // their names carry a hash of their content
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new FileOrPage());
  }

  private static final class FileOrPage extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      if (file != null || !isView(path)) {
        return file;
      }
      return super.getResource("index.html", location);
    }

    private static boolean isView(String path) {
      return !path.startsWith("api/")
          && !path.startsWith("actuator/")
          && !path.substring(path.lastIndexOf('/') + 1).contains(".");
    }
  }
}
