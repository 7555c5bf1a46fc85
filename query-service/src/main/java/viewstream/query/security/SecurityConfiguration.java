package viewstream.query.security;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Everything below {@code /api} needs a token, except what is listed here as open. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String[] OPEN = {
    "/api/v1/videos/*/views", "/api/v1/analytics/trending", "/api/v1/meta/**"
  };

  /** Open calls never look at a token: a page with an expired one still shows its counter. */
  @Bean
  @Order(1)
  SecurityFilterChain open(HttpSecurity http) {
    return stateless(http.securityMatcher(OPEN))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain closed(HttpSecurity http, Unauthenticated unauthenticated) {
    return stateless(http)
        .authorizeHttpRequests(
            requests ->
                requests.requestMatchers("/api/**").authenticated().anyRequest().permitAll())
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(unauthenticated)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(ReaderAuthentication::new)))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthenticated))
        .build();
  }

  @Bean
  JwtDecoder jwtDecoder(TokenSettings settings, Clock clock) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withSecretKey(settings.key()).macAlgorithm(MacAlgorithm.HS256).build();
    decoder.setJwtValidator(new ExpiryValidator(clock));
    return decoder;
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.cors(Customizer.withDefaults())
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
