package viewstream.ingestion.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PrivacyPropertiesTest {
  private static final String KEY = "VIEWSTREAM_KEYS_PSEUDONYM";
  private static final String OLD = "the-secret-until-november";
  private static final String NEW = "the-secret-from-december-on";

  @Test
  void readsARotationFromTheEnvironment() {
    Secrets secrets =
        bind(Map.of(KEY, OLD, KEY + "_NEXT", NEW, KEY + "_NEXT_FROM", "2026-12-01")).secrets();

    assertThat(secrets).isEqualTo(new Secrets(OLD, NEW, LocalDate.parse("2026-12-01")));
    assertThat(bind(Map.of(KEY, OLD, KEY + "_NEXT", "")).secrets()).isEqualTo(Secrets.of(OLD));
  }

  @Test
  void refusesToStartWithHalfOfOne() {
    assertThatThrownBy(() -> bind(Map.of(KEY, "short"))).rootCause().hasMessageContaining(KEY);
    assertThatThrownBy(() -> bind(Map.of(KEY, OLD, KEY + "_NEXT", NEW)))
        .rootCause()
        .hasMessageContaining("_NEXT_FROM");
    assertThatThrownBy(() -> bind(Map.of(KEY, OLD, KEY + "_NEXT_FROM", "2026-12-01")))
        .rootCause()
        .hasMessageContaining("or neither");
  }

  private static PrivacyProperties bind(Map<String, Object> variables) {
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    var source = new SystemEnvironmentPropertySource(name, variables);
    return new Binder(ConfigurationPropertySources.from(source))
        .bind("viewstream.keys", PrivacyProperties.class)
        .get();
  }
}
