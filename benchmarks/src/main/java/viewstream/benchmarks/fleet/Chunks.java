package viewstream.benchmarks.fleet;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of byte strings, by which a worker is given what it shall send. */
public final class Chunks {
  private Chunks() {}

  public static Path write(Path file, List<byte[]> chunks) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(chunks.size());
      for (byte[] chunk : chunks) {
        out.writeInt(chunk.length);
        out.write(chunk);
      }
    }
    return file;
  }

  public static List<byte[]> read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt();
      List<byte[]> chunks = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        chunks.add(in.readNBytes(in.readInt()));
      }
      return chunks;
    }
  }
}
