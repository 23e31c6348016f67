package io.imagepriors.conformance;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One thing to prove about a plug-in. Immutable; may be run more than once. */
public final class Check {
  /** How long a check may take where nobody says otherwise. */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);

  private final String name;
  private final String proves;
  private final Body body;

  Check(String name, String proves, Body body) {
    this.name = name;
    this.proves = proves;
    this.body = body;
  }

  /** Its name, unique among the checks of one plug-in: {@code gradient}. */
  public String name() {
    return name;
  }

  /** What a plug-in that passes does, as half a line to be read after "it". */
  public String proves() {
    return proves;
  }

  /** Runs with the {@link #DEFAULT_LIMIT}. */
  public Finding run() {
    return run(DEFAULT_LIMIT);
  }

  /**
   * Tries the plug-in, on a thread of its own with the caller's context class loader. Never throws:
   * whatever goes wrong is a failed finding. A check that exceeds its time is interrupted and left
   * behind on its daemon thread. An interrupt of the caller ends the check and stays set.
   */
  public Finding run(Duration limit) {
    FutureTask<Finding> task = new FutureTask<>(this::attempt);
    Thread thread = new Thread(task, "conformance " + name);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return Finding.failed(name, "did not end within " + limit.toMillis() / 1000.0 + " s");
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return Finding.failed(name, "was interrupted");
    } catch (ExecutionException e) {
      return Finding.failed(name, Violation.describe(e.getCause()));
    }
  }

  /** The same check behind a condition, which throws where the check has no meaning. */
  Check under(Body condition) {
    return new Check(
        name,
        proves,
        () -> {
          condition.run();
          body.run();
        });
  }

  private Finding attempt() {
    try {
      body.run();
      return Finding.passed(name);
    } catch (NotApplicable e) {
      return Finding.notApplicable(name, e.getMessage());
    } catch (Violation e) {
      return Finding.failed(name, e.getMessage());
    } catch (Throwable e) {
      return Finding.failed(name, Violation.describe(e));
    }
  }

  /** Name and what it proves. */
  @Override
  public String toString() {
    return name + ": it " + proves;
  }

  /** Returns if the plug-in did right; throws whatever it likes if not. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }
}
