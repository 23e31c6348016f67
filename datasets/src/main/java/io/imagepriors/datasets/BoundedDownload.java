package io.imagepriors.datasets;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.PriorsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A download that gives up after some time, or when the waiting thread is interrupted. The work is
 * left to a daemon thread, since a connection that hangs can't be interrupted.
 */
final class BoundedDownload implements MnistDownload {
  private final MnistDownload download;
  private final Duration limit;

  BoundedDownload(MnistDownload download, Duration limit) {
    this.download = download;
    this.limit = limit;
  }

  @Override
  public void fetch(Path folder) {
    FutureTask<Void> task = new FutureTask<>(() -> download.fetch(folder), null);
    Thread thread = new Thread(task, "mnist-download");
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failed("nothing complete after " + limit.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted", e);
    } catch (ExecutionException e) {
      throw translated(e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  private static RuntimeException translated(Throwable cause) {
    if (cause instanceof PriorsException known) {
      return known;
    }
    if (cause instanceof LinkageError) {
      return failed("DJL's basicdataset is not part of this installation", cause);
    }
    return failed(String.valueOf(cause), cause);
  }

  private static InvalidInputException failed(String reason, Throwable cause) {
    return new InvalidInputException("MNIST can't be downloaded: " + reason, cause);
  }
}
