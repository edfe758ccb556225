package org.glissade.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is advised does about as well as the best of the usual grid, over seeds that the advice has
 * not seen, where most of what could be chosen fails: steps that are too long, or no clip at all.
 */
class AdvisedTrainingTest {
  private static final String GIVEN = "sgd(1.0)";

  /** What 60 examples that judge cannot tell from 100 %. */
  private static final double TOLERANCE = 0.02;

  private static final Pattern MEAN =
      Pattern.compile("\"chain\" : \"(.*)\",\\s*\"testAccuracy\" : ([0-9.E-]+)");

  @TempDir private Path folder;
  private String data = "";

  @Test
  void asGoodAsTheBestOfTheGrid() throws IOException {
    data = SmallData.write(folder.resolve("data")).toString();
    String said = run("--advise=12", "--epochs=10", "--transform=" + GIVEN);
    String advised = said.substring(said.indexOf("\nUse: ") + 6).strip();
    Set<String> chains = new LinkedHashSet<>(Grid.usual(GIVEN));
    chains.add(advised);
    Map<String, Double> means = means(chains);
    double best =
        Grid.usual(GIVEN).stream().mapToDouble(chain -> mean(means, chain)).max().getAsDouble();
    assertTrue(mean(means, advised) >= best - TOLERANCE, advised + " of " + means);
    assertTrue(best > 0.95, "something learns: " + means);
    assertTrue(mean(means, GIVEN) < 0.5, "the chain alone does not: " + means);
  }

  /** The mean test accuracy of each over five seeds; the advice has seen 1 to 5. */
  private Map<String, Double> means(Set<String> chains) throws IOException {
    List<String> study = new ArrayList<>(List.of("--study=5", "--seed=11", "--epochs=10"));
    for (String chain : chains) {
      study.add((chain.equals(GIVEN) ? "--transform=" : "--compare=") + chain);
    }
    run(study.toArray(String[]::new));
    String json = Files.readString(folder.resolve("out").resolve("study.json"));
    Map<String, Double> means = new HashMap<>();
    MEAN.matcher(json)
        .results()
        .forEach(match -> means.put(match.group(1), Double.parseDouble(match.group(2))));
    assertEquals(chains, means.keySet());
    return means;
  }

  private static double mean(Map<String, Double> means, String chain) {
    return means.getOrDefault(chain, Double.NaN);
  }

  private String run(String... more) {
    List<String> all = new ArrayList<>(List.of("--data-dir=" + data, "--layers=16,8"));
    all.addAll(List.of("--init=he", "--batch=50", "--out=" + folder.resolve("out")));
    all.addAll(List.of(more));
    Cli.Answer answer = Cli.run(all.toArray(String[]::new));
    assertEquals(0, answer.code(), answer.err());
    return answer.out();
  }
}
