package viewstream.ingestion.enrichment;

import org.jspecify.annotations.Nullable;

/**
 * Who watched, without saying who it is.
 *
 * @param id pseudonym
 * @param anonymous no user id was given: the id tells viewers apart within one UTC day only
 * @param sessionId the visit, if it was named
 */
public record Viewer(long id, boolean anonymous, @Nullable String sessionId) {}
