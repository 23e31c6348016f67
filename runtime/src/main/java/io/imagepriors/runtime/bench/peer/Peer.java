package io.imagepriors.runtime.bench.peer;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.bench.speed.Clock;
import io.imagepriors.runtime.bench.speed.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Python process with PyTorch that does what it is told: one request and one answer a line, both
 * JSON, arrays in files (benchmarks/peer/peer.py). Used by one thread at a time.
 */
public final class Peer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final Process process;
  private final Path errors;
  private final Writer requests;
  private final BufferedReader answers;
  private final Map<String, String> versions = new LinkedHashMap<>();

  private Peer(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a peer.
   *
   * @param python the interpreter
   * @param script what it runs
   * @param errors a file for what it has to complain of
   * @param environment what it finds there
   * @param threads of PyTorch
   * @param clock what it shall tell time by
   * @throws InvalidInputException if it does not start, with its own words: there is no such
   *     interpreter, or it has no PyTorch
   */
  public static Peer start(
      String python,
      Path script,
      Path errors,
      PeerEnvironment environment,
      int threads,
      Clock clock) {
    Process process;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(List.of(python, script.toString()))
              .redirectError(Redirect.to(errors.toFile()));
      environment.prepare(builder.environment(), threads);
      process = builder.start();
    } catch (IOException e) {
      throw new InvalidInputException("the peer does not start: " + e.getMessage(), e);
    }
    Peer peer = new Peer(process, errors);
    peer.versions.put("environment", environment.toString());
    try {
      JsonObject hello = peer.ask("hello", Map.of("threads", threads, "clock", clock.name()));
      hello.entrySet().forEach(e -> peer.versions.put(e.getKey(), e.getValue().getAsString()));
      return peer;
    } catch (RuntimeException e) {
      peer.close();
      throw e;
    }
  }

  /** Its versions, threads and environment, by what they are of. */
  public Map<String, String> versions() {
    return Map.copyOf(versions);
  }

  /**
   * Asks for something.
   *
   * @param what a method of the script's
   * @param arguments by name
   * @throws InvalidInputException if it ends instead of answering, with the last line it wrote
   */
  public JsonObject ask(String what, Map<String, ?> arguments) {
    Map<String, Object> request = new LinkedHashMap<>(arguments);
    request.put("do", what);
    try {
      requests.write(new Gson().toJson(request) + "\n");
      requests.flush();
      String answer = answers.readLine();
      if (answer != null) {
        return JsonParser.parseString(answer).getAsJsonObject();
      }
    } catch (IOException e) {
      throw new InvalidInputException("the peer has ended: " + complaint(), e);
    }
    throw new InvalidInputException("the peer has ended: " + complaint());
  }

  /** Work that the peer does and times itself. */
  public Work work(String what, Map<String, ?> arguments) {
    return times -> {
      Map<String, Object> all = new LinkedHashMap<>(arguments);
      all.put("times", times);
      return ask(what, all).get("nanos").getAsLong();
    };
  }

  private String complaint() {
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<String> lines = Files.readAllLines(errors);
      return lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      return "its words can't be read";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.destroy();
  }
}
