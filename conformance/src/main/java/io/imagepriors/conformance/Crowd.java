package io.imagepriors.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Threads that set out together, to see whether they get into each other's way. */
final class Crowd {
  /** The number of threads. */
  static final int THREADS = 8;

  /** How long each thread goes on, in nanoseconds: some hundred time slices of the scheduler. */
  private static final long TIME = 300_000_000L;

  private Crowd() {}

  /** What one thread does in one round. */
  @FunctionalInterface
  interface Task {
    void run(int thread, int round) throws Exception;
  }

  /**
   * Each thread does rounds for a while, at least one. Throws what the first failing thread threw.
   */
  static void together(Task task) throws Exception {
    join(
        start(
            THREADS,
            thread -> {
              long end = System.nanoTime() + TIME;
              for (int round = 0; round == 0 || System.nanoTime() < end; round++) {
                task.run(thread, round);
              }
            }));
  }

  /** What one thread does. */
  @FunctionalInterface
  interface Member {
    void run(int thread) throws Exception;
  }

  /** Starts the threads, which wait for each other before they run. */
  static List<FutureTask<Void>> start(int threads, Member member) {
    CyclicBarrier gate = new CyclicBarrier(threads);
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int index = i;
      FutureTask<Void> task =
          new FutureTask<>(
              () -> {
                await(gate);
                member.run(index);
                return null;
              });
      tasks.add(task);
      Thread thread = new Thread(task, Thread.currentThread().getName() + " " + i);
      thread.setDaemon(true);
      thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
      thread.start();
    }
    return tasks;
  }

  /** Waits for all threads. Throws what the first failing thread threw; leaves none behind. */
  static void join(List<FutureTask<Void>> tasks) throws Exception {
    try {
      for (FutureTask<Void> task : tasks) {
        task.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Violation violation) {
        throw violation;
      }
      throw new Violation(
          "with " + tasks.size() + " threads at once: " + Violation.describe(e.getCause()),
          e.getCause());
    } finally {
      tasks.forEach(task -> task.cancel(true));
    }
  }

  private static void await(CyclicBarrier gate) throws InterruptedException {
    try {
      gate.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
