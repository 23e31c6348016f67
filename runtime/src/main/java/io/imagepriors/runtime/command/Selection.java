package io.imagepriors.runtime.command;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.catalog.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plug-ins chosen for one run. Closing it closes the model files that it opened. */
final class Selection implements AutoCloseable {

  /** One plug-in that was named, before its parameters are read. */
  private record Pick<P extends Plugin>(Choice<P> choice, P plugin, Spec spec) {
    Chosen<P> chosen(Words words) {
      Map<String, String> texts = new LinkedHashMap<>();
      plugin
          .descriptor()
          .parameters()
          .forEach(p -> text(choice, p.name(), words).ifPresent(t -> texts.put(p.name(), t)));
      Parameters parameters = plugin.descriptor().defaults().with(texts).with(spec.settings());
      return new Chosen<>(choice.kind(), spec.name(), plugin, parameters);
    }
  }

  /** What was named as one choice: a plug-in, or several in sequence. */
  private record Line<P extends Plugin>(Choice<P> choice, List<Pick<P>> picks) {
    @SuppressWarnings("unchecked") // only a choice of degradations can be a sequence
    Chosen<?> chosen(Words words) {
      List<Chosen<P>> parts = picks.stream().map(pick -> pick.chosen(words)).toList();
      return choice.isSequence()
          ? Composition.of((List<Chosen<Degradation>>) (List<?>) parts)
          : parts.get(0);
    }
  }

  private final Catalog catalog;
  private final List<Line<?>> lines = new ArrayList<>();
  private final Deque<Plugin> opened = new ArrayDeque<>();

  Selection(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Adds what the user wrote for a choice, or what stands for it where that is nothing.
   *
   * @throws InvalidInputException if a choice is missing or names nothing that there is
   */
  <P extends Plugin> void add(Choice<P> choice, List<String> texts) {
    List<String> specs = new ArrayList<>(texts);
    if (specs.isEmpty()) {
      specs.addAll(choice.defaults(catalog.names(choice.kind())));
    }
    if (specs.isEmpty() && choice.isRequired()) {
      throw InvalidInputException.unknown(choice.kind().label(), "", catalog.names(choice.kind()));
    }
    for (String text : specs) {
      List<Pick<P>> picks = new ArrayList<>();
      for (Spec spec : choice.specs(text)) {
        picks.add(new Pick<>(choice, resolve(choice.kind(), spec.name()), spec));
      }
      lines.add(new Line<>(choice, picks));
    }
  }

  /** The plug-ins chosen so far, as owners of parameters. */
  Settings settings() {
    return new Settings(
        lines.stream()
            .flatMap(line -> line.picks().stream())
            .map(pick -> new Settings.Owner(pick.choice(), pick.plugin().descriptor()))
            .toList());
  }

  /**
   * The chosen plug-ins with their parameters. A setting in the choice itself goes before a
   * qualified option, which goes before a bare one.
   */
  Map<Choice<?>, List<Chosen<?>>> read(Words words) {
    Map<Choice<?>, List<Chosen<?>>> all = new LinkedHashMap<>();
    for (Line<?> line : lines) {
      all.computeIfAbsent(line.choice(), c -> new ArrayList<>()).add(line.chosen(words));
    }
    return all;
  }

  static Optional<String> text(Choice<?> choice, String name, Words words) {
    return words.value(choice.name() + "." + name).or(() -> words.value(name));
  }

  private <P extends Plugin> P resolve(Kind<P> kind, String name) {
    Optional<P> named = catalog.find(kind, name).map(Entry::plugin);
    if (named.isPresent()) {
      return named.get();
    }
    if (ModelFile.canHold(kind)) {
      Optional<P> file = ModelFile.open(kind, name, catalog);
      if (file.isPresent()) {
        opened.push(file.get());
        return file.get();
      }
    }
    return catalog.get(kind, name).plugin();
  }

  /** Closes the model files, last opened first. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }
}
