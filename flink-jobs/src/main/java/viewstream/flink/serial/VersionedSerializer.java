package viewstream.flink.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as one version byte and then its fields, so that a later form can be told from an
 * earlier one wherever the bytes were kept. Stateless: one instance may serve many threads.
 *
 * <p>A value that is never changed after it was made is its own copy; serializers of mutable values
 * override {@link #copy(Object)} and {@link #isImmutableType()}.
 *
 * @param <T> what is written
 */
public abstract class VersionedSerializer<T> extends TypeSerializer<T> {
  private static final int VARIABLE_LENGTH = -1;

  /** The version that {@link #write} writes; the first is 1. */
  protected abstract int version();

  /** Writes the fields. */
  protected abstract void write(T value, DataOutputView out) throws IOException;

  /**
   * Reads what {@link #write} of that version wrote.
   *
   * @param version between 1 and {@link #version}
   */
  protected abstract T read(int version, DataInputView in) throws IOException;

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    out.writeByte(version());
    write(value, out);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    int version = in.readUnsignedByte();
    if (version < 1 || version > version()) {
      throw new IOException(
          getClass().getSimpleName()
              + " reads versions 1 to "
              + version()
              + ", found "
              + version
              + ": was this written by a newer release?");
    }
    return read(version, in);
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public final void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  /** No instance is made before there are fields to fill it with. */
  @Override
  @SuppressWarnings("NullAway")
  public final @Nullable T createInstance() {
    return null;
  }

  @Override
  public final int getLength() {
    return VARIABLE_LENGTH;
  }

  /** Only values kept in state need one. */
  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    throw new UnsupportedOperationException(
        getClass().getSimpleName() + " writes what passes between operators, never state");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public int hashCode() {
    return getClass().hashCode();
  }
}
