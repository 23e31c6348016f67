package io.imagepriors.runtime.plugin;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.PriorReader;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.catalog.LiveCatalog;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;

/**
 * The model files of the plug-in folder as priors, through the readers that are plugged in. A file
 * that is refused is noted as a problem and what it held before stays; one that comes before its
 * reader is opened when that arrives, and goes when the reader goes.
 *
 * <p>Thread-safe.
 */
public final class ModelFolder implements AutoCloseable {
  private final BundleContext context;
  private final LiveCatalog catalog;
  private final TrustedCopies copies;
  private final Map<File, FileStamp> seen = new HashMap<>();
  private final Map<File, PluggedModel> serving = new HashMap<>();
  private final Set<File> waiting = new TreeSet<>();
  private final ExecutorService follower =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "model files");
            thread.setDaemon(true);
            return thread;
          });
  private final Runnable deaf;
  private volatile List<PriorReader> readers;

  /**
   * A folder from which nothing has been taken yet.
   *
   * @param context in whose name priors are registered
   * @param catalog where readers are found and problems noted
   * @param copies where files become what is in use
   */
  public ModelFolder(BundleContext context, LiveCatalog catalog, TrustedCopies copies) {
    this.context = context;
    this.catalog = catalog;
    this.copies = copies;
    this.readers = readers(catalog);
    this.deaf = catalog.listen(this::follow);
  }

  /** Opens a model file, in place of what it held before if it has changed. */
  public synchronized void put(File file) {
    FileStamp stamp = FileStamp.of(file);
    if (!stamp.equals(seen.put(file, stamp))) {
      waiting.remove(file);
      open(file);
    }
  }

  /** Withdraws the prior of a file that is gone. */
  public synchronized void remove(File file) {
    seen.remove(file);
    waiting.remove(file);
    close(serving.remove(file));
    catalog.removeProblem(file.toString());
  }

  /**
   * Called when other files are trusted than before: withdraws what is no longer, and opens what
   * was refused.
   */
  public synchronized void lookAgain() {
    for (File file : List.copyOf(seen.keySet())) {
      PluggedModel served = serving.get(file);
      boolean revoked = served != null && !copies.stillTrusts(served.copy());
      if (revoked || catalog.problem(file.toString()).isPresent()) {
        waiting.remove(file);
        open(file);
      }
      if (revoked && serving.remove(file, served)) {
        close(served);
      }
    }
  }

  /** Withdraws all priors. */
  @Override
  public void close() {
    deaf.run();
    follower.shutdownNow();
    synchronized (this) {
      serving.values().forEach(ModelFolder::close);
      serving.clear();
    }
  }

  private void open(File file) {
    List<PriorReader> before = readers(catalog);
    try {
      PluggedModel fresh = PluggedModel.open(file, reader(file), copies);
      catalog.removeProblem(file.toString());
      fresh.register(context);
      close(serving.put(file, fresh));
    } catch (Exception e) { // whatever a reader throws
      if (!readers(catalog).equals(before)) {
        waiting.add(file); // its reader may have gone while it was at work
      }
      catalog.addProblem(file.toString(), copies.named(PluginExtender.reason(e), file));
    }
  }

  private PriorReader reader(File file) {
    TrustedCopies.requireFile(file);
    for (PriorReader reader : readers(catalog)) {
      if (reader.accepts(file.toPath())) {
        return reader;
      }
    }
    waiting.add(file);
    throw InvalidInputException.unknown(
        "kind of plug-in file", file.getName(), catalog.names(Kind.PRIOR_READER));
  }

  /** Called where a plug-in comes or goes, which must not wait for models. */
  private void follow(Catalog changed) {
    List<PriorReader> now = readers(changed);
    if (!now.equals(readers)) {
      readers = now;
      follower.execute(this::followReaders);
    }
  }

  private synchronized void followReaders() {
    List<PriorReader> now = readers(catalog);
    for (File file : List.copyOf(serving.keySet())) {
      if (!now.contains(serving.get(file).reader())) {
        close(serving.remove(file));
        waiting.add(file);
      }
    }
    for (File file : List.copyOf(waiting)) {
      waiting.remove(file);
      open(file);
    }
  }

  private static List<PriorReader> readers(Catalog catalog) {
    return catalog.entries(Kind.PRIOR_READER).stream().map(Entry::plugin).toList();
  }

  private static void close(PluggedModel model) {
    if (model == null) {
      return;
    }
    try {
      model.close();
    } catch (RuntimeException | LinkageError e) {
      return; // it is out of the registry, and nobody is left who could mend it
    }
  }
}
