package viewstream.flink.source;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;
import viewstream.flink.serial.SerializedType;

/**
 * A record as Kafka has it.
 *
 * @param topic that it lies in
 * @param partition of the topic
 * @param offset in the partition
 * @param time when the broker appended it, epoch ms
 * @param value absent on a tick, which carries nothing but its time
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one call; never compared.
record RawRecord(String topic, int partition, long offset, long time, byte @Nullable [] value) {
  static final TypeInformation<RawRecord> TYPE =
      SerializedType.of(RawRecord.class, new RawRecordSerializer());
}
