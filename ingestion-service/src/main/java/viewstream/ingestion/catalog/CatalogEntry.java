package viewstream.ingestion.catalog;

import org.apache.avro.specific.SpecificRecord;
import viewstream.schema.topic.Topic;

/**
 * What a video or channel is.
 *
 * @param topic where it is published
 * @param id of the video or channel
 * @param record what is published
 */
record CatalogEntry(Topic topic, String id, SpecificRecord record) {}
