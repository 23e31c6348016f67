package io.imagepriors.runtime.catalog;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What is plugged in. Of several plug-ins of one kind and name the one from the highest version
 * serves and the others are listed as shadowed, in whatever order they came; when it goes, the next
 * takes over.
 *
 * <p>Thread-safe. What the methods give are snapshots; resolve a plug-in for each run and keep it
 * no longer.
 */
public final class Catalog {
  private static final Comparator<Entry<?>> LISTING =
      Comparator.<Entry<?>>comparingInt(e -> Kind.all().indexOf(e.kind()))
          .thenComparing(Entry::name)
          .thenComparing(Entry::shadowed);

  private final Clock clock;
  private final List<Entry<?>> plugged = new ArrayList<>();
  private final Map<String, Problem> problems = new LinkedHashMap<>();
  private final List<CatalogListener> listeners = new CopyOnWriteArrayList<>();

  /** An empty catalog that takes its times from {@code clock}. */
  public Catalog(Clock clock) {
    this.clock = clock;
  }

  /** Lists a plug-in under each of its kinds. */
  public void add(Plugin plugin, Origin origin) {
    synchronized (plugged) {
      Kind.of(plugin).forEach(kind -> plugged.add(entry(kind, plugin, origin)));
    }
    tellListeners();
  }

  /** Strikes a plug-in off; nothing happens if it is not listed. */
  public void remove(Plugin plugin) {
    synchronized (plugged) {
      plugged.removeIf(entry -> entry.plugin() == plugin);
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

  /** Everything listed, shadowed plug-ins too, by kind and name. */
  public List<Entry<?>> entries() {
    List<Entry<?>> all;
    synchronized (plugged) {
      all = List.copyOf(plugged);
    }
    List<Entry<?>> marked = new ArrayList<>();
    all.forEach(entry -> marked.add(entry.withShadowed(isShadowed(entry, all))));
    marked.sort(LISTING);
    return List.copyOf(marked);
  }

  /** The plug-ins of one kind that serve, by name. */
  @SuppressWarnings("unchecked") // an entry of kind K holds a plug-in of K's type
  public <P extends Plugin> List<Entry<P>> entries(Kind<P> kind) {
    return entries().stream()
        .filter(entry -> entry.kind() == kind && !entry.shadowed())
        .map(entry -> (Entry<P>) entry)
        .toList();
  }

  /** The plug-in of that kind and name that serves, if there is one. */
  public <P extends Plugin> Optional<Entry<P>> find(Kind<P> kind, String name) {
    return entries(kind).stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /**
   * The plug-in of that kind and name that serves.
   *
   * @throws InvalidInputException if there is none; the message lists those there are
   */
  public <P extends Plugin> Entry<P> get(Kind<P> kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> InvalidInputException.unknown(kind.label(), name, names(kind)));
  }

  /** The names of one kind, sorted. */
  public List<String> names(Kind<?> kind) {
    return entries(kind).stream().map(entry -> entry.name()).toList();
  }

  /** What could not be plugged in and why, oldest first. */
  public List<Problem> problems() {
    synchronized (problems) {
      return List.copyOf(problems.values());
    }
  }

  /** Why that file or bundle is not plugged in, if there is a reason. */
  public Optional<Problem> problem(String source) {
    synchronized (problems) {
      return Optional.ofNullable(problems.get(source));
    }
  }

  /** Calls the listener after each change until the result is run. */
  public Runnable listen(CatalogListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private <P extends Plugin> Entry<P> entry(Kind<P> kind, Plugin plugin, Origin origin) {
    P typed = kind.type().cast(plugin);
    return new Entry<>(kind, plugin.name(), typed, origin, clock.instant(), false);
  }

  private static boolean isShadowed(Entry<?> entry, List<Entry<?>> all) {
    return all.stream()
        .anyMatch(
            other ->
                other.kind() == entry.kind()
                    && other.name().equals(entry.name())
                    && other.origin().precedes(entry.origin()));
  }

  private void tellListeners() {
    listeners.forEach(listener -> listener.changed(this));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("no reason given");
  }
}
