package io.imagepriors.runtime.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same work for several threads, each of which has its own. Its time is that of the slowest.
 * One that stands alone works on the calling thread.
 */
public final class Team implements AutoCloseable {
  private final ExecutorService threads;
  private final int size;

  /** A team of that many threads. */
  public Team(int size) {
    this.size = size;
    this.threads =
        Executors.newFixedThreadPool(
            size,
            task -> {
              Thread thread = new Thread(task, "bench");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How many threads. */
  public int size() {
    return size;
  }

  /**
   * Work that is done when all members have done theirs.
   *
   * @param members one for each thread
   */
  public Work all(List<Work> members) {
    return members.size() == 1 ? members.get(0) : times -> together(members, times);
  }

  private long together(List<Work> members, int times) {
    List<Callable<Long>> tasks = new ArrayList<>();
    members.forEach(work -> tasks.add(() -> work.nanos(times)));
    try {
      long slowest = 0;
      for (Future<Long> done : threads.invokeAll(tasks)) {
        slowest = Math.max(slowest, done.get());
      }
      return slowest;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
