package viewstream.ingestion.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;

/** Opens files. Tests have disks that fail. */
interface Disk {
  FileChannel open(Path path, Set<? extends OpenOption> options) throws IOException;
}
