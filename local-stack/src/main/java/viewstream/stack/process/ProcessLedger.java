package viewstream.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Which processes run for this data folder, one small file each, so that whoever comes after a
 * crash ends exactly these and no others.
 */
public final class ProcessLedger {
  private static final String SUFFIX = ".pid";

  private final Path folder;

  public ProcessLedger(Path folder) {
    this.folder = folder;
  }

  /** Remembers a process under a name, in place of what stood there. */
  public void enter(String name, ProcessHandle process) throws IOException {
    Optional<ProcessRecord> entry = ProcessRecord.of(process);
    if (entry.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    Path complete = Files.writeString(folder.resolve(name + ".new"), entry.get().toString());
    Files.move(complete, file(name), StandardCopyOption.ATOMIC_MOVE);
  }

  public void remove(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  /** The process of that name, if it still runs. */
  public Optional<ProcessHandle> running(String name) {
    try {
      return ProcessRecord.parse(Files.readString(file(name))).flatMap(ProcessRecord::running);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every entered process that still runs, by name. */
  public Map<String, ProcessHandle> running() throws IOException {
    Map<String, ProcessHandle> found = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .forEach(name -> running(name).ifPresent(process -> found.put(name, process)));
    }
    return found;
  }

  /** Kills every entered process that still runs and waits for its end; returns their names. */
  public Set<String> killAll() throws IOException {
    Map<String, ProcessHandle> left = running();
    left.values().forEach(ProcessHandle::destroyForcibly);
    left.values().stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
    for (String name : left.keySet()) {
      remove(name);
    }
    return left.keySet();
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }
}
