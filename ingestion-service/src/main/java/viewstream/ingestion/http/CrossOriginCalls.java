package viewstream.ingestion.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets players on any site report. Which sites a write key serves is that key's own allow-list;
 * browsers send beacons with credentials, so the origin is named and not a star. The filter stands
 * before all else, so that refusals can be read by the page as well.
 */
@Configuration
class CrossOriginCalls {
  private static final Duration PREFLIGHT_AGE = Duration.ofHours(1);

  @Bean
  FilterRegistrationBean<CorsFilter> crossOriginFilter() {
    var calls = new CorsConfiguration();
    calls.setAllowedOriginPatterns(List.of("*"));
    calls.setAllowedMethods(List.of("*"));
    calls.setAllowedHeaders(List.of("*"));
    calls.setExposedHeaders(
        List.of("X-Events-Rejected", "Retry-After", "RateLimit", "RateLimit-Policy"));
    calls.setAllowCredentials(true);
    calls.setMaxAge(PREFLIGHT_AGE);
    var corsFilter = new CorsFilter(request -> calls);
    corsFilter.setCorsProcessor(new CrossOriginRefusals());
    var filter = new FilterRegistrationBean<>(corsFilter);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
