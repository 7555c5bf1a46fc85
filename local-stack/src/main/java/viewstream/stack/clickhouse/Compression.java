package viewstream.stack.clickhouse;

import com.clickhouse.data.stream.Lz4InputStream;
import com.clickhouse.data.stream.Lz4OutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.jspecify.annotations.Nullable;

/** How bodies are compressed on the wire. */
enum Compression {
  NONE(null) {
    @Override
    InputStream decode(InputStream in) {
      return in;
    }

    @Override
    OutputStream encode(OutputStream out) {
      return out;
    }
  },

  /** ClickHouse's own blocks: CityHash128, sizes, LZ4; asked for by URL parameter. */
  BLOCKS(null) {
    @Override
    InputStream decode(InputStream in) {
      return new Lz4InputStream(in);
    }

    @Override
    OutputStream encode(OutputStream out) {
      return new Lz4OutputStream(out, BLOCK_BYTES, null);
    }
  },

  LZ4("lz4") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return new LZ4FrameInputStream(in);
    }

    @Override
    OutputStream encode(OutputStream out) throws IOException {
      return new LZ4FrameOutputStream(out);
    }
  },

  GZIP("gzip") {
    @Override
    InputStream decode(InputStream in) throws IOException {
      return new GZIPInputStream(in);
    }

    @Override
    OutputStream encode(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  },

  DEFLATE("deflate") {
    @Override
    InputStream decode(InputStream in) {
      return new InflaterInputStream(in);
    }

    @Override
    OutputStream encode(OutputStream out) {
      return new DeflaterOutputStream(out);
    }
  };

  private static final int BLOCK_BYTES = 1024 * 1024;

  private final @Nullable String contentEncoding;

  Compression(@Nullable String contentEncoding) {
    this.contentEncoding = contentEncoding;
  }

  abstract InputStream decode(InputStream in) throws IOException;

  abstract OutputStream encode(OutputStream out) throws IOException;

  /** The name in the header {@code Content-Encoding}, or null when none is written. */
  @Nullable String contentEncoding() {
    return contentEncoding;
  }

  /** The compression of a request that carries this {@code Content-Encoding}. */
  static Compression ofContentEncoding(@Nullable String header) throws EngineException {
    if (header == null || header.equalsIgnoreCase("identity")) {
      return NONE;
    }
    for (Compression compression : values()) {
      if (header.equalsIgnoreCase(compression.contentEncoding)) {
        return compression;
      }
    }
    throw EngineException.of(
        EngineException.NOT_IMPLEMENTED,
        "Content-Encoding '%s' is not understood; lz4, gzip and deflate are".formatted(header),
        "NOT_IMPLEMENTED");
  }

  /** The first compression that this {@code Accept-Encoding} allows. */
  static Compression ofAcceptEncoding(@Nullable String header) {
    if (header != null) {
      for (Compression compression : values()) {
        if (compression.contentEncoding != null && header.contains(compression.contentEncoding)) {
          return compression;
        }
      }
    }
    return NONE;
  }
}
