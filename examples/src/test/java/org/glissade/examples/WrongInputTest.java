package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glissade.mnist.Mnist;
import org.glissade.nn.Dense;
import org.glissade.nn.Flatten;
import org.glissade.nn.Model;
import org.glissade.nn.Relu;
import org.glissade.nn.Sequential;
import org.glissade.nn.SoftmaxCrossEntropy;
import org.glissade.nn.Trainer;
import org.glissade.nn.checkpoint.Checkpoint;
import org.glissade.transform.ChainReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong input is answered by one line that says what to do, and leaves nothing behind. */
class WrongInputTest {
  @TempDir private Path folder;
  private final Golden golden = new Golden();

  @BeforeEach
  void writeData() throws IOException {
    SmallData.write(folder.resolve("data"));
  }

  private void refused(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    if (!all.contains("--data-dir")) {
      all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    }
    if (!all.contains("--out")) {
      all.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    Cli.Answer answer = Cli.run(all.toArray(String[]::new));
    String title = String.join(" ", args).replace(folder.toString(), "TMP");
    assertEquals(2, answer.code(), title);
    assertEquals("", answer.out(), title);
    assertEquals(1, answer.err().lines().count(), answer.err());
    assertFalse(Files.exists(folder.resolve("out")), title);
    String said = answer.err().strip().replace(folder.toString(), "TMP");
    golden.add(title, said.replaceFirst("There are \\d+", "There are so many"));
  }

  @Test
  void transforms() {
    refused("--transform", "clip-by-nrom(1.0, extent=global) | sgd(0.1)");
    refused("--transform", "frobnicate(1)");
    refused("--transform", "adam(0.1, esp=1e-6)");
    refused("--transform", "adam(cosin(0.1, total=9))");
    refused("--transform", "clip-by-norm(-1)");
    refused("--transform", "clip-by-norm(abc)");
    refused("--transform", "clip-by-norm(1.0, extent=global | sgd(0.1)");
    refused("--transform", "clip-by-norm(1.0, extent=group) | sgd(0.1)");
    refused("--transform", "sgd(0.1) | non-finite(skip-step)");
    refused("--transform", "");
    golden.assertSameAs("wrong-transforms.golden");
  }

  @Test
  void backends() {
    refused("--backend", "cpuu");
    refused("--backend", "cuda");
    golden.assertSameAs("wrong-backends.golden");
  }

  @Test
  void networks() {
    refused("--layers", "dense(128) | relu | dense(10)");
    refused("--layers", "flatten | dense(5)");
    refused("--layers", "flatten | relu");
    refused("--layers", "flatten | dnse(10)");
    refused("--layers", "first: flatten | dense(10)");
    refused("--layers", "flatten | dense(10)", "--init", "he");
    refused("--layers", "128,0");
    refused("--layers", "128,x");
    refused("--layers", "");
    refused("--init", "hee");
    refused("--init", "normal(-1)");
    golden.assertSameAs("wrong-networks.golden");
  }

  @Test
  void numbers() {
    refused("--epochs", "0");
    refused("--epochs", "1.5");
    refused("--epochs");
    refused("--batch", "0");
    refused("--batch", "601");
    refused("--threads", "0");
    refused("--threads", "-1");
    refused("--threads", "100000");
    refused("--scale", "0");
    refused("--scale", "1/x");
    refused("--seed", "one");
    golden.assertSameAs("wrong-numbers.golden");
  }

  @Test
  void options() {
    refused("--bakend", "cpu");
    refused("--quantum=7");
    refused("sgd(0.1)");
    refused("--batch", "8", "--batch", "9");
    golden.assertSameAs("wrong-options.golden");
  }

  @Test
  void checkpoints() throws IOException {
    String folder = this.folder.resolve("checkpoints").toString();
    String[] run = {"--transform", "sgd(0.1)", "--epochs", "1", "--layers", "8"};
    refused("--resume");
    refused("--checkpoint", folder);
    String[] places = {"--data-dir", this.folder + "/data", "--out", this.folder + "/done"};
    assertEquals(0, Cli.run(with(with(run, "--checkpoint", folder), places)).code());
    refused(with(run, "--checkpoint", folder));
    refused(with(run, "--checkpoint", folder, "--resume"));
    run[3] = "2";
    String[] more = with(run, "--checkpoint", folder, "--resume");
    refused(with(more, "--seed", "2"));
    refused(with(more, "--batch", "64"));
    refused(with(more, "--scale", "1"));
    refused(with(more, "--init", "xavier"));
    SmallData.write(this.folder.resolve("other"));
    refused(with(more, "--data-dir", this.folder + "/other"));
    refused(changed(more, "sgd(0.1)", "sgd(0.2)"));
    refused(changed(more, "8", "9"));
    refused(changed(more, "8", "flatten | dense(8) | tanh | dense(10)"));
    Path damaged = Files.createDirectories(this.folder.resolve("damaged"));
    Path file = damaged.resolve("checkpoint-000000005.safetensors");
    Files.copy(Path.of(folder).resolve(file.getFileName()), file);
    cut(file, 4);
    refused(with(run, "--checkpoint", damaged.toString(), "--resume"));
    program(this.folder.resolve("program"));
    refused(changed(more, folder, this.folder + "/program"));
    golden.assertSameAs("wrong-checkpoints.golden");
  }

  /** A checkpoint of a run that this command did not make. */
  private void program(Path to) throws IOException {
    Mnist data = Mnist.load(folder.resolve("data"));
    Model model =
        new Model(
            Sequential.of(new Flatten(), new Dense(8), new Relu(), new Dense(10)),
            data.train().features().example(),
            new SoftmaxCrossEntropy(),
            1 / 255.0);
    Files.createDirectories(to);
    try (Trainer trainer =
        Trainer.of(model, ChainReader.load().read("sgd(0.1)")).batch(128).build()) {
      trainer.fit(data.train());
      Checkpoint.write(to.resolve("checkpoint-000000005.safetensors"), trainer.state());
    }
  }

  private static String[] changed(String[] args, String from, String to) {
    return Stream.of(args).map(arg -> arg.equals(from) ? to : arg).toArray(String[]::new);
  }

  private static String[] with(String[] args, String... more) {
    return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void data() throws IOException {
    String none = folder.resolve("none").toString();
    refused("--data-dir", none);
    String images = "t10k-images-idx3-ubyte";
    String labels = "t10k-labels-idx1-ubyte";
    refused("--data-dir", damaged("truncated", images, file -> cut(file, 1000)));
    refused("--data-dir", damaged("foreign", images, file -> Files.writeString(file, "<!DOCTYPE")));
    refused("--data-dir", damaged("swapped", images, file -> replace(file, labels)));
    refused(
        "--data-dir",
        damaged("mismatched", labels, file -> replace(file, "train-labels-idx1-ubyte")));
    golden.assertSameAs("wrong-data.golden");
  }

  @Test
  void output() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    refused("--out", file.toString());
    refused("--transform", "sgd(0.1)", "--checkpoint", file.toString());
    refused("--csv", file.resolve("steps.csv").toString());
    refused("--csv", folder.resolve("data").toString(), "--transform", "sgd(0.1)");
    refused("--tensorboard", file.toString());
    refused("--advise", "9", "--transform", "sgd(0.1)", "--csv", folder + "/steps.csv");
    assertFalse(Files.exists(folder.resolve("steps.csv")));
    golden.assertSameAs("wrong-output.golden");
  }

  private interface Damage {
    void to(Path file) throws IOException;
  }

  /** A copy of the data with a damaged file. */
  private String damaged(String name, String file, Damage damage) throws IOException {
    Path copy = SmallData.write(folder.resolve(name));
    damage.to(copy.resolve(file));
    return copy.toString();
  }

  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private static void replace(Path file, String sibling) throws IOException {
    Files.copy(file.resolveSibling(sibling), file, StandardCopyOption.REPLACE_EXISTING);
  }
}
