package viewstream.stack.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * What one stack keeps to itself, made once and kept with its data.
 *
 * @param jwtSecret signs and checks tokens
 * @param writeKey public key of players
 * @param secretKey key of servers: catalogue, import, revenue
 * @param pseudonymKey turns user ids into pseudonyms
 */
public record Secrets(String jwtSecret, String writeKey, String secretKey, String pseudonymKey) {
  private static final int BYTES = 32;

  public Secrets {
    requireText("jwt_secret", jwtSecret);
    requireText("write_key", writeKey);
    requireText("secret_key", secretKey);
    requireText("pseudonym_key", pseudonymKey);
  }

  /** New secrets from the system's source of randomness. */
  public static Secrets generate() {
    return new Secrets(random(), "wk_" + random(), "sk_" + random(), random());
  }

  /** Reads the file; makes it, readable by its owner alone, when there is none. */
  public static Secrets loadOrCreate(Path file) throws IOException {
    if (Files.notExists(file)) {
      generate().createFile(file);
    }
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return new Secrets(
        properties.getProperty("jwt_secret", ""),
        properties.getProperty("write_key", ""),
        properties.getProperty("secret_key", ""),
        properties.getProperty("pseudonym_key", ""));
  }

  private void createFile(Path file) throws IOException {
    Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    } catch (FileAlreadyExistsException another) {
      return;
    }
    Files.writeString(
        file,
        """
        jwt_secret=%s
        write_key=%s
        secret_key=%s
        pseudonym_key=%s
        """
            .formatted(jwtSecret, writeKey, secretKey, pseudonymKey));
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + ": missing among the secrets");
    }
  }

  @Override
  public String toString() {
    return "Secrets[…]";
  }
}
