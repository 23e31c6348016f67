package io.imagepriors.runtime.catalog;

import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.CatalogListener;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import io.imagepriors.catalog.Origin;
import io.imagepriors.catalog.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Version;

/**
 * The catalog of a running platform. Of several plug-ins of one kind and name the one of the
 * highest version serves; of equal versions, the one that was registered first.
 */
public final class LiveCatalog implements Catalog {
  private final Clock clock;
  private final List<Listed<?>> plugged = new ArrayList<>();
  private final Map<String, Problem> problems = new LinkedHashMap<>();
  private final List<CatalogListener> listeners = new CopyOnWriteArrayList<>();

  /** An empty catalog that takes its times from {@code clock}. */
  public LiveCatalog(Clock clock) {
    this.clock = clock;
  }

  /**
   * Lists a plug-in under each of its kinds.
   *
   * @param number of two equal versions the lower one serves
   */
  public void add(Plugin plugin, Origin origin, long number) {
    Version version = Version.parseVersion(origin.version());
    synchronized (plugged) {
      for (Kind<?> kind : Kind.of(plugin)) {
        plugged.add(new Listed<>(entry(kind, plugin, origin), version, number));
      }
    }
    tellListeners();
  }

  /** Strikes a plug-in off; nothing happens if it is not listed. */
  public void remove(Plugin plugin) {
    synchronized (plugged) {
      plugged.removeIf(listed -> listed.entry().plugin() == plugin);
    }
    tellListeners();
  }

  /** Notes why something is not plugged in, in place of an earlier reason of the same source. */
  public void addProblem(String source, String reason) {
    synchronized (problems) {
      problems.put(source, new Problem(source, firstLine(reason), clock.instant()));
    }
    tellListeners();
  }

  /** Forgets the problem of a source, if there is one. */
  public void removeProblem(String source) {
    boolean known;
    synchronized (problems) {
      known = problems.remove(source) != null;
    }
    if (known) {
      tellListeners();
    }
  }

  @Override
  public List<Entry<?>> entries() {
    List<Listed<?>> all;
    synchronized (plugged) {
      all = List.copyOf(plugged);
    }
    List<Entry<?>> entries = new ArrayList<>();
    all.forEach(listed -> entries.add(listed.among(all)));
    entries.sort(Entry.listing());
    return List.copyOf(entries);
  }

  @Override
  public List<Problem> problems() {
    synchronized (problems) {
      return List.copyOf(problems.values());
    }
  }

  @Override
  public Runnable listen(CatalogListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private <P extends Plugin> Entry<P> entry(Kind<P> kind, Plugin plugin, Origin origin) {
    P typed = kind.type().cast(plugin);
    return new Entry<>(kind, plugin.name(), typed, origin, clock.instant(), false);
  }

  private void tellListeners() {
    listeners.forEach(listener -> listener.changed(this));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("no reason given");
  }

  /** An entry with what decides whether it serves. */
  private record Listed<P extends Plugin>(Entry<P> entry, Version version, long number) {

    Entry<P> among(List<Listed<?>> all) {
      boolean shadowed = all.stream().anyMatch(other -> other.shadows(this));
      return new Entry<>(
          entry.kind(), entry.name(), entry.plugin(), entry.origin(), entry.since(), shadowed);
    }

    private boolean shadows(Listed<?> other) {
      return entry.kind() == other.entry.kind()
          && entry.name().equals(other.entry.name())
          && precedes(other);
    }

    private boolean precedes(Listed<?> other) {
      int newer = version.compareTo(other.version);
      return newer != 0 ? newer > 0 : number < other.number;
    }
  }
}
