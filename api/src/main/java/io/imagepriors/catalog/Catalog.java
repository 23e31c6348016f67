package io.imagepriors.catalog;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is plugged in, and what is not and why. Of several plug-ins of one kind and name one serves,
 * and the others are listed as shadowed, in whatever order they came; when it goes, the next takes
 * over.
 *
 * <p>Thread-safe. What the methods give are snapshots: where plug-ins come and go, look one up for
 * each run and keep it no longer.
 */
@ProviderType
public interface Catalog {

  /** Everything listed, shadowed plug-ins too, by kind and name. */
  List<Entry<?>> entries();

  /** What could not be plugged in and why, oldest first. */
  List<Problem> problems();

  /**
   * Calls the listener after each change.
   *
   * @return run it to end that
   */
  Runnable listen(CatalogListener listener);

  /** The plug-ins of one kind that serve, by name. */
  @SuppressWarnings("unchecked") // an entry of kind K holds a plug-in of K's type
  default <P extends Plugin> List<Entry<P>> entries(Kind<P> kind) {
    return entries().stream()
        .filter(entry -> entry.kind() == kind && !entry.shadowed())
        .map(entry -> (Entry<P>) entry)
        .toList();
  }

  /** The plug-in of that kind and name that serves, if there is one. */
  default <P extends Plugin> Optional<Entry<P>> find(Kind<P> kind, String name) {
    return entries(kind).stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /**
   * The plug-in of that kind and name that serves.
   *
   * @throws InvalidInputException if there is none; the message lists those there are
   */
  default <P extends Plugin> Entry<P> get(Kind<P> kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> InvalidInputException.unknown(kind.label(), name, names(kind)));
  }

  /** The names of one kind, sorted. */
  default List<String> names(Kind<?> kind) {
    return entries(kind).stream().map(entry -> entry.name()).toList();
  }

  /** Why that file or bundle is not plugged in, if there is a reason. */
  default Optional<Problem> problem(String source) {
    return problems().stream().filter(problem -> problem.source().equals(source)).findFirst();
  }
}
