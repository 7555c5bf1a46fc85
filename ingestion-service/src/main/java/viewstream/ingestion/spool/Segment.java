package viewstream.ingestion.spool;

import java.nio.file.Path;

/**
 * One file of the spool. Its number is never given again.
 *
 * @param number later ones have higher numbers
 * @param path of the file
 */
record Segment(long number, Path path) {}
