package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.glissade.data.Dataset;
import org.glissade.examples.report.Format;
import org.glissade.mnist.Idx;
import org.glissade.mnist.Mnist;
import org.glissade.tensor.Extent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice holds: what it says of a chain is what runs with that chain show. */
class AdviceTest {
  private static final Pattern SAID =
      Pattern.compile("(?m)^(?:threshold|alpha) +(.*): (.*) right, acts in (.*) of the steps$");
  private static final Pattern SHARE = Pattern.compile("\"actedShare\" : ([0-9.E-]+)");

  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder;
  private Path data = Path.of("");

  @BeforeEach
  void writeData() throws IOException {
    data = SmallData.write(folder.resolve("data"));
  }

  @Test
  void sharesAreThoseOfRunsWithThatChain() throws IOException {
    String[] common = {
      "--out", folder.resolve("out").toString(), "--layers=8", "--batch=100", "--epochs=2"
    };
    Cli.Answer advice =
        run(common, "--data-dir", data.toString(), "--advise=6", "--transform=sgd(0.5)");
    assertFalse(Files.exists(folder.resolve("out")), "advice writes nothing");
    assertTrue(advice.out().contains("\nTrials of 12 steps, judged by 60 training examples"));
    List<MatchResult> said = SAID.matcher(advice.out()).results().toList();
    assertEquals(2, said.size(), advice.out());
    Path kept = keptData();
    for (MatchResult chain : said) {
      double share = 0;
      for (int seed = 1; seed <= Budget.SEEDS; seed++) {
        String text = chain.group(1);
        run(common, "--data-dir", kept.toString(), "--transform", text, "--seed", "" + seed);
        share += actedShare() / Budget.SEEDS;
      }
      assertEquals(Format.share(share), chain.group(3), advice.out());
    }
    String use = used(advice);
    assertTrue(
        use.equals("sgd(0.5)") || said.stream().anyMatch(chain -> chain.group(1).equals(use)),
        advice.out());
  }

  @Test
  void whoeverDoesNotWaitGetsWhatIsKnown() throws Exception {
    try (Fork job =
        Fork.start(
            List.of(),
            "--data-dir=" + data,
            "--layers=8",
            "--batch=100",
            "--advise=6",
            "--epochs=1000000",
            "--transform=sgd(0.5)")) {
      job.await(" with seed 1");
      job.end();
      String rest = job.rest();
      assertEquals(TERMINATED, job.exitCode(), rest);
      assertTrue(rest.contains("\nTrials of 6 steps, judged by 60 training examples"), rest);
      assertTrue(rest.contains("\nUse: "), rest);
      assertFalse(rest.contains("Exception"), rest);
    }
  }

  /** A folder with the part of the data that trials train on. */
  private Path keptData() throws IOException {
    Path kept = Files.createDirectories(folder.resolve("kept"));
    for (String file : List.of("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")) {
      Files.copy(data.resolve(file), kept.resolve(file));
    }
    Dataset train = HeldOut.of(Mnist.load(data).train()).train();
    Idx.write(kept.resolve("train-images-idx3-ubyte"), train.features());
    Idx.write(kept.resolve("train-labels-idx1-ubyte"), train.targets());
    return kept;
  }

  private double actedShare() throws IOException {
    String results = Files.readString(folder.resolve("out").resolve("results.json"));
    return SHARE
        .matcher(results)
        .results()
        .map(match -> Double.parseDouble(match.group(1)))
        .findFirst()
        .get();
  }

  private static String used(Cli.Answer advice) {
    return advice.out().substring(advice.out().indexOf("\nUse: ") + 6).strip();
  }

  private static Cli.Answer run(String[] common, String... more) {
    String[] all = new String[common.length + more.length];
    System.arraycopy(common, 0, all, 0, common.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    Cli.Answer answer = Cli.run(all);
    assertEquals(0, answer.code(), answer.err());
    return answer;
  }

  /** The classes follow one another with a period of ten, as one example in ten is held out. */
  @Test
  void everyExampleIsEitherTrainedOnOrJudges() {
    Dataset all = Mnist.load(data).train();
    HeldOut parts = HeldOut.of(all);
    assertEquals(SmallData.TRAIN / 10, parts.judged().size());
    List<String> both = new ArrayList<>(rows(parts.train()));
    both.addAll(rows(parts.judged()));
    assertEquals(rows(all).stream().sorted().toList(), both.stream().sorted().toList());
    int[] counts = new int[all.classes()];
    for (int i = 0; i < parts.judged().size(); i++) {
      counts[(int) parts.judged().targets().value(i, 0)]++;
    }
    for (int count : counts) {
      assertTrue(count <= SmallData.TRAIN / 40, Arrays.toString(counts));
    }
  }

  private static List<String> rows(Dataset data) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      StringBuilder row = new StringBuilder().append(data.targets().value(i, 0));
      for (int pixel = 0; pixel < data.features().example().size(); pixel++) {
        row.append(' ').append(data.features().value(i, pixel));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private static Tried tried(Candidate candidate, double acted, double... accuracies) {
    Tried tried = new Tried(candidate, List.of());
    for (double accuracy : accuracies) {
      tried = tried.with(new Tried.Run(accuracy, accuracy > 0.1, acted));
    }
    return tried;
  }

  @Test
  void whatIsSaid() {
    Map<Extent, double[]> norms = new EnumMap<>(Extent.class);
    norms.put(Extent.GLOBAL, new double[] {0.5, 1, 2, 40});
    norms.put(Extent.PARAMETER, new double[] {0.25, 0.5, 1, 20});
    String given = "sgd(0.1)";
    Tried plain = tried(Candidate.plain(given), Double.NaN, 0.9, 0.91, 0.89, 0.9, 0.9);
    Candidate two = Candidate.of(given, "clip-by-norm", Extent.GLOBAL, 2);
    Tried clip = tried(two, 0.25, 0.92, 0.92, 0.93, 0.92, 0.92);
    Tried shorter = tried(two.shortened(given, 2), 1, 0.5, 0.52);
    Tried lost = tried(Candidate.of(given, "renormalize", Extent.GLOBAL, 100), 1, 0.1);
    Golden golden = new Golden();
    Advice.Measured measured = new Advice.Measured(given, 100, 100, norms);
    Advice good = new Advice(measured, 6000, 1000, List.of(plain, clip, shorter, lost));
    golden.add("a clip helps", new AdviceText(good).print());
    Advice.Measured exploded = new Advice.Measured(given, 100, 4, Map.of());
    Advice none = new Advice(exploded, 6000, 100, List.of(lost));
    golden.add("nothing helps", new AdviceText(none).print());
    Advice nothing = new Advice(exploded, 6000, 100, List.of());
    golden.add("nothing was tried", new AdviceText(nothing).print());
    golden.assertSameAs("advice.golden");
  }

  @Test
  void quantilesAreOfTheMeasuredNorms() {
    double[] norms = {1, 2, 3, 4};
    assertEquals(2, Advisor.quantile(norms, 0.5));
    assertEquals(4, Advisor.quantile(norms, 0.9));
    assertEquals(1, Advisor.quantile(norms, 0.1));
    assertEquals(4, Advisor.quantile(norms, 1));
    assertTrue(Double.isNaN(Advisor.quantile(new double[0], 0.5)));
  }
}
