package org.glissade.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glissade.nn.telemetry.CsvListener;
import org.glissade.nn.telemetry.TensorBoardListener;

/**
 * Where the numbers of each step go, if they were asked for. A single run has the file and the
 * folder for itself; of several, each has its own, called by its number and name: {@code
 * steps-2-clip-by-norm.csv} for {@code steps.csv}, and the folder {@code 2-clip-by-norm}.
 *
 * @param several whether there are several runs
 */
record StepFiles(Optional<Path> csv, Optional<Path> tensorBoard, boolean several) {
  /**
   * Whether the files can be put in their places, as far as their names tell.
   *
   * @throws InputException if one is a folder
   */
  void check(List<Prepared> runs) {
    for (int i = 0; i < runs.size(); i++) {
      csv(runs.get(i).trial(), i + 1).filter(Files::isDirectory).ifPresent(StepFiles::refuse);
    }
  }

  private static void refuse(Path folder) {
    throw new InputException("--csv: '%s' is a folder; give a file".formatted(folder));
  }

  /** The folders that must be writable. */
  List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    csv.ifPresent(file -> folders.add(file.toAbsolutePath().resolveSibling("")));
    tensorBoard.ifPresent(folders::add);
    return folders;
  }

  /** What writes those of a run, which counts from 1; a file is whole when its writer is closed. */
  StepWriters begin(Trial trial, int number) {
    return new StepWriters(
        csv(trial, number).map(CsvListener::new),
        tensorBoard
            .map(folder -> several ? folder.resolve(name(trial, number)) : folder)
            .map(TensorBoardListener::new));
  }

  private Optional<Path> csv(Trial trial, int number) {
    return several ? csv.map(file -> numbered(file, name(trial, number))) : csv;
  }

  private static Path numbered(Path file, String name) {
    String all = String.valueOf(file.getFileName());
    int dot = all.lastIndexOf('.');
    int end = dot > 0 ? dot : all.length();
    return file.resolveSibling(all.substring(0, end) + "-" + name + all.substring(end));
  }

  private static String name(Trial trial, int number) {
    return number + "-" + trial.name();
  }
}
