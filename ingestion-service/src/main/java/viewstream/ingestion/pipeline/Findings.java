package viewstream.ingestion.pipeline;

import viewstream.ingestion.enrichment.Viewer;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventTime;
import viewstream.schema.event.Context;
import viewstream.schema.event.TrafficClass;

/**
 * What the steps found out about an event.
 *
 * @param event its own fields
 * @param fields its own over those it shares with its batch
 * @param delivery how it came
 * @param identity which event it is
 * @param time when it happened
 * @param viewer who watched
 * @param context on what and where
 * @param traffic what kind of traffic it is
 */
record Findings(
    EventObject event,
    EventObject fields,
    Delivery delivery,
    EventIdentity identity,
    EventTime time,
    Viewer viewer,
    Context context,
    TrafficClass traffic) {}
