package io.imagepriors.conformance;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.PriorReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A reader of model files under test: its description, the names and files it takes, the files it
 * must refuse, and what happens when it, or a prior it has opened, is closed in use. Test the prior
 * itself with {@link PriorConformance}. Immutable.
 */
public final class PriorReaderConformance implements Conformance {
  private final PriorReader reader;
  private final Path model;
  private final Copies<PriorReader> copies;

  private PriorReaderConformance(PriorReader reader, Path model, Copies<PriorReader> copies) {
    this.reader = reader;
    this.model = model;
    this.copies = copies;
  }

  /**
   * The reader with a file. It stays the caller's and is not closed.
   *
   * @param model a right model file, from which broken ones are made; only read
   */
  public static PriorReaderConformance of(PriorReader reader, Path model) {
    return new PriorReaderConformance(reader, model, Copies.none());
  }

  /**
   * A copy that can also try closing the reader.
   *
   * @param opener gives a new instance of the same reader, which the checks close
   */
  public PriorReaderConformance withReopening(Supplier<? extends PriorReader> opener) {
    return new PriorReaderConformance(reader, model, Copies.of(opener));
  }

  /**
   * A copy that can also try closing the reader, and whether the code can go afterwards.
   *
   * @param provider gives the reader among others; the checks load its code anew, in a class loader
   *     of their own, and close what it gives
   */
  public PriorReaderConformance withProvider(Class<? extends PluginProvider> provider) {
    return new PriorReaderConformance(
        reader, model, Copies.of(provider, PriorReader.class, reader.name()));
  }

  @Override
  public String subject() {
    return reader.name();
  }

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(new DescriptorChecks(reader, parameters -> {}).descriptor());
    checks.addAll(new ReadingChecks(reader, model).checks());
    checks.addAll(new BrokenFiles(reader, model).checks());
    Copies<Prior> opened = Copies.of(() -> reader.open(model));
    checks.addAll(
        new ClosingChecks<>("prior-", opened, PriorReaderConformance::energy, Crowd.THREADS)
            .closing());
    checks.addAll(new ClosingChecks<>(copies, this::opening).checks());
    return checks;
  }

  /** The energies of {@link ProbeImages}. */
  static Operation energy(Prior prior) {
    ImageStack probes = ProbeImages.of(prior.shape());
    PriorModel bound = prior.bind(prior.shape(), prior.descriptor().defaults());
    return new EnergyChecks("", probes, () -> bound).operation(bound);
  }

  /** Opening the file, an evaluation, and closing what was opened. */
  private Operation opening(PriorReader instance) {
    return Operation.ofNumber(
        () -> {
          try (Prior prior = instance.open(model)) {
            return energy(prior).on(0).run().values()[0];
          }
        });
  }
}
