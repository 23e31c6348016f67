package io.imagepriors.runtime.command;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Prior;
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

  /** One chosen plug-in, before its parameters are read. */
  private record Pick<P extends Plugin>(Choice<P> choice, P plugin, Spec spec) {
    Chosen<P> chosen(Map<String, String> texts) {
      Parameters parameters = plugin.descriptor().defaults().with(texts).with(spec.settings());
      return new Chosen<>(choice.kind(), spec.name(), plugin, parameters);
    }
  }

  private final Catalog catalog;
  private final List<Pick<?>> picks = new ArrayList<>();
  private final Deque<Prior> opened = new ArrayDeque<>();

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
    if (specs.isEmpty() && choice.takesAll()) {
      specs.addAll(catalog.names(choice.kind()));
    }
    if (specs.isEmpty()) {
      choice.defaultSpec().ifPresent(specs::add);
    }
    if (specs.isEmpty() && choice.isRequired()) {
      throw InvalidInputException.unknown(choice.kind().label(), "", catalog.names(choice.kind()));
    }
    for (String text : specs) {
      Spec spec = Spec.parse(text);
      picks.add(new Pick<>(choice, resolve(choice.kind(), spec.name()), spec));
    }
  }

  /** The plug-ins chosen so far, as owners of parameters. */
  Settings settings() {
    return new Settings(
        picks.stream()
            .map(pick -> new Settings.Owner(pick.choice(), pick.plugin().descriptor()))
            .toList());
  }

  /**
   * The chosen plug-ins with their parameters. A setting in the choice itself goes before a
   * qualified option, which goes before a bare one.
   */
  Map<Choice<?>, List<Chosen<?>>> read(Words words) {
    Map<Choice<?>, List<Chosen<?>>> all = new LinkedHashMap<>();
    for (Pick<?> pick : picks) {
      Map<String, String> texts = new LinkedHashMap<>();
      pick.plugin()
          .descriptor()
          .parameters()
          .forEach(
              p -> text(pick.choice(), p.name(), words).ifPresent(t -> texts.put(p.name(), t)));
      all.computeIfAbsent(pick.choice(), c -> new ArrayList<>()).add(pick.chosen(texts));
    }
    return all;
  }

  private static Optional<String> text(Choice<?> choice, String name, Words words) {
    return words.value(choice.name() + "." + name).or(() -> words.value(name));
  }

  private <P extends Plugin> P resolve(Kind<P> kind, String name) {
    Optional<P> named = catalog.find(kind, name).map(Entry::plugin);
    if (named.isPresent()) {
      return named.get();
    }
    if (kind == Kind.PRIOR) {
      Optional<Prior> file = ModelFile.open(name, catalog);
      if (file.isPresent()) {
        opened.push(file.get());
        return kind.type().cast(file.get());
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
