package viewstream.ingestion.rejection;

/**
 * What is kept of a rejected event.
 *
 * @param bytes safe to store
 * @param encrypted the event could not be read, so its bytes are hidden whole
 */
public record KeptPayload(byte[] bytes, boolean encrypted) {}
