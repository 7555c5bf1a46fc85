package viewstream.flink.aggregate;

import java.io.Serializable;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import viewstream.flink.serial.SerializedType;
import viewstream.flink.serial.VersionedSerializer;

/**
 * Figures per video and window, in two steps: {@link #combine} where the events are, {@link #total}
 * where the video is.
 *
 * @param name of the figures, part of the operators' identity
 * @param window the intervals
 * @param serializer of the figures, in state and between tasks
 * @param <S> the figures
 */
public record Aggregation<S extends Sums<S>>(
    String name, Window window, VersionedSerializer<S> serializer) {

  /** Makes empty figures. */
  public interface Empty<S> extends Supplier<S>, Serializable {}

  /**
   * Adds up what each task has to contribute.
   *
   * @param from names the input, part of the operator's identity
   */
  public <I> SingleOutputStreamOperator<Partial<S>> combine(
      String from, DataStream<I> input, Empty<S> empty, Contributions<I, S> contributions) {
    TypeInformation<Partial<S>> type =
        SerializedType.of(Partial.class, new PartialSerializer<>(serializer));
    return input
        .transform("Combine " + name, type, new Combiner<>(window, empty, contributions))
        .uid(name + "-combine-" + from);
  }

  /**
   * Keeps the figures of each video and emits whole values.
   *
   * @param generation 0 to 65535: values of a higher generation replace those of a lower one
   * @param emitInterval between emissions of what has changed
   */
  public SingleOutputStreamOperator<Total<S>> total(
      DataStream<Partial<S>> partials, int generation, Duration emitInterval) {
    TypeInformation<Total<S>> type =
        SerializedType.of(Total.class, new TotalSerializer<>(serializer));
    return partials
        .keyBy(Partial::videoId, Types.STRING)
        .transform(
            "Total " + name,
            type,
            new VersionedAggregate<>(window, serializer, generation, emitInterval))
        .uid(name + "-total");
  }
}
