package viewstream.query.http;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Pages of any origin may read: a counter is public, and all else needs a bearer token, which a
 * browser never sends by itself. Cookies are not used, so credentials are not allowed.
 */
@Configuration(proxyBeanMethods = false)
class Cors {
  private static final Duration PREFLIGHT_AGE = Duration.ofHours(1);

  @Bean
  CorsConfigurationSource corsConfigurationSource() {
    CorsConfiguration open = new CorsConfiguration();
    open.setAllowedOrigins(List.of(CorsConfiguration.ALL));
    open.setAllowedMethods(List.of(CorsConfiguration.ALL));
    open.setAllowedHeaders(List.of(CorsConfiguration.ALL));
    open.setExposedHeaders(List.of(HttpHeaders.AGE, HttpHeaders.RETRY_AFTER));
    open.setMaxAge(PREFLIGHT_AGE);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/api/**", open);
    return source;
  }
}
