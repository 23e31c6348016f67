package io.imagepriors.runtime.command;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Degradations one after another, as one, with the noise of the last: what users write as {@code
 * blur+mask:hole=10}. Its parameters are those of its parts, so it has none itself.
 */
public final class Composition implements Degradation {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("composition", "degradations one after another, with the noise of the last");

  private final List<Chosen<Degradation>> parts;

  private Composition(List<Chosen<Degradation>> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads what users write, from what is plugged in; what is not set is at its default.
   *
   * @throws InvalidInputException if it does not read like degradations, or names none that there
   *     is
   */
  public static Chosen<Degradation> read(String text, Catalog catalog) {
    return of(Spec.parseSequence(text).stream().map(spec -> read(spec, catalog)).toList());
  }

  private static Chosen<Degradation> read(Spec spec, Catalog catalog) {
    Degradation plugin = catalog.get(Kind.DEGRADATION, spec.name()).plugin();
    Parameters parameters = plugin.descriptor().defaults().with(spec.settings());
    return new Chosen<>(Kind.DEGRADATION, spec.name(), plugin, parameters);
  }

  /** The parts as one choice, called {@code first+second:key=value}; one part stays as it is. */
  static Chosen<Degradation> of(List<Chosen<Degradation>> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    String label = parts.stream().map(Chosen::toString).collect(Collectors.joining(Spec.NEXT));
    return new Chosen<>(Kind.DEGRADATION, label, new Composition(parts), DESCRIPTOR.defaults());
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    ForwardModel model = bind(parts.get(0), clean);
    for (Chosen<Degradation> part : parts.subList(1, parts.size())) {
      model = model.then(bind(part, model.degraded()));
    }
    return model;
  }

  private static ForwardModel bind(Chosen<Degradation> part, Shape shape) {
    return part.plugin().bind(shape, part.parameters());
  }
}
