package viewstream.ingestion.rejection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.validation.EventObject;

/** Makes rejected events safe to keep. */
@Component
public final class Payloads {
  /** What a Kafka record has room for by default, with much to spare; longer ones are cut. */
  private static final int LONGEST = 512 << 10;

  private final Redaction redaction;
  private final PayloadCipher cipher;

  public Payloads(Pseudonyms pseudonyms, PayloadCipher cipher, Clock clock) {
    this.redaction = new Redaction(pseudonyms, clock);
    this.cipher = cipher;
  }

  /**
   * What to keep of an event: its bytes without persons; encrypted if it is no object, or a very
   * long one.
   */
  public KeptPayload keep(byte[] event) {
    byte[] safe = event.length <= LONGEST ? redaction.apply(event) : null;
    return safe != null
        ? new KeptPayload(safe, false)
        : new KeptPayload(cipher.encrypt(cut(event)), true);
  }

  /** Whether it is a field whose value is not kept, so that nobody can judge it again. */
  public static boolean hides(String field) {
    return Redaction.personal(field);
  }

  /**
   * What to keep of fields that a batch shares: the JSON of an object without persons; nothing of
   * one that names very many.
   */
  public String keep(EventObject shared) {
    byte[] json = shared.json().getBytes(StandardCharsets.UTF_8);
    byte[] safe = redaction.apply(json);
    return safe == null ? "{}" : new String(safe, StandardCharsets.UTF_8);
  }

  private static byte[] cut(byte[] bytes) {
    return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
  }
}
