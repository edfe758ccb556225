package org.glissade.nn.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glissade.nn.NamedTensor;
import org.glissade.nn.OutputException;
import org.glissade.nn.RunState;

/**
 * Writes and reads checkpoints: parameters, all states and counters, and where the run stands, in
 * one safetensors file. A training that goes on from one gives the same bits as one that was never
 * interrupted:
 *
 * <pre>{@code
 * Checkpoint.latest(folder).map(Checkpoint::read).ifPresent(trainer::resume);
 * trainer.fit(train);
 * }</pre>
 */
public final class Checkpoint {
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{1,18})\\.safetensors");

  /** What the names of tensors of the best epoch begin with, where early stopping restores it. */
  private static final String BEST = "patience.best:";

  private Checkpoint() {}

  /**
   * Writes a state. A file of this name is replaced by the whole new one, or stays as it is.
   *
   * @throws OutputException if it cannot be written; a file that was there is untouched
   */
  public static void write(Path file, RunState state) {
    try {
      SortedMap<String, NamedTensor> tensors = new TreeMap<>(state.tensors());
      state.patience().tensors().forEach((name, tensor) -> tensors.put(BEST + name, tensor));
      SafeTensors contents = SafeTensors.of(Manifest.of(state), tensors);
      AtomicFile.write(file, out -> new SafeTensorsWriter(contents).write(out));
    } catch (IOException e) {
      throw OutputException.of(file, e, "make room there, or give a folder that you may write to");
    }
  }

  /**
   * Reads a state.
   *
   * @throws CheckpointException if the file is not a whole checkpoint
   * @throws UncheckedIOException if it cannot be read
   */
  public static RunState read(Path file) {
    try {
      SafeTensors contents = SafeTensorsReader.read(file);
      Manifest manifest = new Manifest(file, contents.metadata());
      manifest.requireFormat();
      SortedMap<String, NamedTensor> tensors = new TreeMap<>();
      SortedMap<String, NamedTensor> best = new TreeMap<>();
      contents
          .tensors()
          .forEach(
              (name, tensor) -> {
                if (name.startsWith(BEST)) {
                  best.put(name.substring(BEST.length()), tensor);
                } else {
                  tensors.put(name, tensor);
                }
              });
      return new RunState(
          manifest.identity(), manifest.position(), manifest.patience(best), tensors);
    } catch (IOException e) {
      throw new UncheckedIOException("Checkpoint " + file + " cannot be read: " + e, e);
    }
  }

  /** The checkpoint of a folder that went furthest; empty if there is none, or no folder. */
  public static Optional<Path> latest(Path folder) {
    List<Path> all = list(folder);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The checkpoints of a folder, those of fewer steps first. */
  static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparingLong(Checkpoint::step))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Folder " + folder + " cannot be read: " + e, e);
    }
  }

  /** The name of the checkpoint after so many steps. */
  static String name(long step) {
    return "checkpoint-%09d.safetensors".formatted(step);
  }

  /** After how many steps a checkpoint was written, by its name. */
  static long step(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }
}
