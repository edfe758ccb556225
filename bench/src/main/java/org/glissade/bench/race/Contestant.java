package org.glissade.bench.race;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glissade.bench.contest.Contest;
import org.glissade.bench.contest.Request;

/**
 * A contestant's process. Between its turns it is stopped by a signal, so that none of its threads,
 * however they wait, takes a core from whose turn it is.
 */
final class Contestant implements AutoCloseable {
  private static final String ENDED = "";

  private final String name;
  private final Path log;
  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private Contestant(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts the process; it is not awaited. What it writes to its error stream goes to a log. */
  static Contestant start(Entrant entrant, Setup setup, Request request, Path logs) {
    Path log = logs.resolve(entrant.name().replaceAll("\\W+", "-") + "-" + request.work() + ".log");
    ProcessBuilder builder = new ProcessBuilder(entrant.command(request.arguments()));
    builder.environment().putAll(setup.environment());
    File file = log.toFile();
    builder.redirectError(ProcessBuilder.Redirect.appendTo(file));
    try {
      Contestant contestant = new Contestant(entrant.name(), log, Children.start(builder));
      Thread reader = new Thread(contestant::listen, "answers of " + entrant.name());
      reader.setDaemon(true);
      reader.start();
      return contestant;
    } catch (IOException e) {
      throw new RaceException("cannot start " + entrant.name() + ": " + e.getMessage(), e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Contest.MARK)) {
          answers.add(line.substring(Contest.MARK.length()));
        }
      }
    } catch (IOException closed) {
      // The process has been ended; that it answers no more is told below.
    }
    answers.add(ENDED);
  }

  /** Waits until it can take turns, and stops it until then. */
  void awaitReady(long seconds) {
    await(seconds);
    signal("STOP");
  }

  /** A turn while all others stand still. */
  double[] turn(long seconds) {
    return ask(Contest.TURN, seconds);
  }

  /** How much of the test set it tells rightly now. */
  double accuracy(long seconds) {
    return ask(Contest.ACCURACY, seconds)[0];
  }

  private double[] ask(String question, long seconds) {
    signal("CONT");
    send(question);
    double[] answer = numbers(await(seconds));
    signal("STOP");
    return answer;
  }

  /** The first turn of a process that has only just been started. */
  double[] firstTurn(long seconds) {
    send(Contest.TURN);
    await(seconds);
    return numbers(await(seconds));
  }

  private void send(String question) {
    try {
      requests.write(question + "\n");
      requests.flush();
    } catch (IOException e) {
      throw failed("ended");
    }
  }

  private String await(long seconds) {
    try {
      String answer = answers.poll(seconds, TimeUnit.SECONDS);
      if (answer == null) {
        close();
        throw failed("did not answer for %d s".formatted(seconds));
      }
      if (answer.equals(ENDED)) {
        throw failed("ended");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RaceException("interrupted while waiting for " + name, e);
    }
  }

  private RaceException failed(String what) {
    return new RaceException("%s %s; see %s".formatted(name, what, log));
  }

  private static double[] numbers(String answer) {
    return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private void signal(String signal) {
    Children.signal(process, signal);
  }

  /** The process's number, under which the system tells of it. */
  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    Children.end(process);
  }
}
