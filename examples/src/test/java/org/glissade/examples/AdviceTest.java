package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.glissade.examples.report.Format;
import org.glissade.tensor.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice holds: what it says of a chain is what a run with that chain shows. */
class AdviceTest {
  private static final Pattern SAID =
      Pattern.compile("(?m)^(?:threshold|alpha) +(.*): (.*) right, acts in (.*) of the steps$");
  private static final Pattern SHARE = Pattern.compile("\"actedShare\" : ([0-9.E-]+)");
  private static final int STEPS = 12;

  @TempDir private Path folder;

  @Test
  void sharesAreThoseOfARunWithThatChain() throws IOException {
    String data = SmallData.write(folder.resolve("data")).toString();
    String out = folder.resolve("out").toString();
    String[] common = {"--data-dir", data, "--out", out, "--layers", "8", "--batch", "50"};
    Cli.Answer advice = run(common, "--advise", String.valueOf(STEPS), "--transform", "sgd(0.5)");
    assertFalse(Files.exists(folder.resolve("out")), "advice writes nothing");
    List<MatchResult> said = SAID.matcher(advice.out()).results().toList();
    assertEquals(2, said.size(), advice.out());
    for (MatchResult chain : said) {
      run(common, "--epochs", "1", "--transform", chain.group(1));
      String results = Files.readString(Path.of(out, "results.json"));
      double share =
          SHARE
              .matcher(results)
              .results()
              .map(m -> Double.parseDouble(m.group(1)))
              .findFirst()
              .get();
      assertEquals(Format.share(share), chain.group(3), chain.group());
    }
    String use = advice.out().substring(advice.out().indexOf("\nUse: ") + 6).strip();
    assertTrue(
        use.equals("sgd(0.5)") || said.stream().anyMatch(chain -> chain.group(1).equals(use)),
        advice.out());
  }

  private static Cli.Answer run(String[] common, String... more) {
    String[] all = new String[common.length + more.length];
    System.arraycopy(common, 0, all, 0, common.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    Cli.Answer answer = Cli.run(all);
    assertEquals(0, answer.code(), answer.err());
    return answer;
  }

  private static Advice.Tried tried(String chain, double acted, double accuracy) {
    return new Advice.Tried(chain, acted, accuracy, 100);
  }

  @Test
  void whatIsSaid() {
    Map<Extent, double[]> norms = new EnumMap<>(Extent.class);
    norms.put(Extent.GLOBAL, new double[] {0.5, 1, 2, 40});
    norms.put(Extent.PARAMETER, new double[] {0.25, 0.5, 1, 20});
    double lostOne = Double.NaN;
    Advice.Tried clip = tried("clip-by-norm(2.0, extent=global) | sgd(0.1)", 0.25, 0.92);
    Advice.Tried worse = tried("clip-by-norm(0.1, extent=global) | sgd(0.1)", 1, 0.5);
    Advice.Tried lost = tried("renormalize(100.0, extent=global) | sgd(0.1)", 1, lostOne);
    Advice.Tried plain = tried("sgd(0.1)", Double.NaN, 0.9);
    Golden golden = new Golden();
    Advice good = new Advice(100, plain, norms, List.of(worse, clip), List.of(lost));
    golden.add("a clip helps", new AdviceText(good).print());
    Advice.Tried exploded = new Advice.Tried("sgd(0.1)", Double.NaN, lostOne, 4);
    Advice none = new Advice(100, exploded, Map.of(), List.of(lost), List.of());
    golden.add("nothing helps", new AdviceText(none).print());
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
