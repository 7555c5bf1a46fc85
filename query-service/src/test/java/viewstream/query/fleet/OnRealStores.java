package viewstream.query.fleet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import viewstream.stack.Part;

/** Runs the whole service on free ports against {@link Stores#shared()}; one for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
@ContextConfiguration(initializers = OnRealStores.Addresses.class)
public @interface OnRealStores {

  /** Tells the service where the stores are. */
  class Addresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Stores stores = Stores.shared();
      TestPropertyValues.of(
              "viewstream.clickhouse.url=" + stores.servers().address(Part.CLICKHOUSE),
              "viewstream.redis.url=" + stores.servers().address(Part.REDIS),
              "viewstream.jwt.secret=" + Tokens.SECRET)
          .applyTo(context);
    }
  }
}
