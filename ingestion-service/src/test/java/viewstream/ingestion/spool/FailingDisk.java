package viewstream.ingestion.spool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A real disk on which some calls fail while a test says so. */
final class FailingDisk implements Disk {
  enum Call {
    OPEN,
    /** Writes half of what it was given, then fails. */
    WRITE,
    FORCE,
    TRUNCATE
  }

  final Set<Call> failing = EnumSet.noneOf(Call.class);

  /** What is forced waits for it. */
  volatile CountDownLatch hanging = new CountDownLatch(0);

  @Override
  public FileChannel open(Path path, Set<? extends OpenOption> options) throws IOException {
    failIf(Call.OPEN);
    return new Channel(FileChannel.open(path, options));
  }

  private void failIf(Call call) throws IOException {
    if (failing.contains(call)) {
      throw new IOException("this disk fails at " + call);
    }
  }

  private final class Channel extends FileChannel {
    private final FileChannel real;

    Channel(FileChannel real) {
      this.real = real;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      if (failing.contains(Call.WRITE)) {
        ByteBuffer half = bytes.duplicate();
        half.limit(half.position() + half.remaining() / 2);
        real.write(half, position);
      }
      failIf(Call.WRITE);
      return real.write(bytes, position);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      failIf(Call.FORCE);
      hang();
      real.force(metadata);
    }

    private void hang() throws IOException {
      try {
        hanging.await();
      } catch (InterruptedException interrupted) {
        throw new InterruptedIOException();
      }
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      failIf(Call.TRUNCATE);
      real.truncate(size);
      return this;
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
      return real.read(bytes, position);
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }

    @Override
    public int read(ByteBuffer bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }
  }
}
