package viewstream.ingestion.http;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Keeps what only Spring MVC needs out of the way of {@link StatusServlet}s, which time themselves.
 */
@Configuration(proxyBeanMethods = false)
class Filters {
  @Bean
  FilterRegistrationBean<ServerHttpObservationFilter> observations(
      ObservationRegistry registry, DispatcherServletRegistrationBean dispatcher) {
    var filter =
        new FilterRegistrationBean<>(new ServerHttpObservationFilter(registry), dispatcher);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  /** The dispatcher does the same. */
  @Bean
  FilterRegistrationBean<RequestContextFilter> requestContext() {
    var filter = new FilterRegistrationBean<>(new RequestContextFilter());
    filter.setEnabled(false);
    return filter;
  }
}
