package io.imagepriors.runtime.bench.peer;

import com.google.gson.JsonArray;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import java.nio.file.Path;
import java.util.Map;

/** One model file, opened by both sides. */
public final class SharedModel {
  /** Float32 sums in another order; energies are near 3, gradients of length 1. */
  private static final double TOLERANCE = 2e-4;

  /** Ways in which the peer can write the same network. */
  private static final int FORMS = 2;

  private final String name;
  private final Prior prior;
  private final PriorModel model;
  private final Peer peer;
  private final Workshop workshop;

  /**
   * Opens a model at the peer.
   *
   * @param name how the peer shall call it
   * @param file the model file
   * @param prior the same, opened here
   */
  public SharedModel(String name, Path file, Prior prior, Peer peer, Workshop workshop) {
    this.name = name;
    this.prior = prior;
    this.model = prior.bind(prior.shape(), prior.descriptor().defaults());
    this.peer = peer;
    this.workshop = workshop;
    peer.ask("model", Map.of("name", name, "file", file.toString()));
  }

  /** How the peer calls it. */
  public String name() {
    return name;
  }

  /** The prior. */
  public Prior prior() {
    return prior;
  }

  /** The prior, bound to its images. */
  public PriorModel model() {
    return model;
  }

  /**
   * The largest difference between the sides: of energies, relative, and of gradients' values.
   *
   * @param images what both compute on
   * @throws IllegalStateException if it is more than rounding explains: times would mean nothing
   */
  public double requireAgreement(ImageStack images) {
    double[] energies = new double[images.count()];
    ImageStack gradient = images.like();
    model.valueAndGradient(images, energies, gradient);
    Path x = Floats.write(images, workshop.file("x"));
    double worst = 0;
    for (int form = 0; form < FORMS; form++) {
      Path file = workshop.file("gradient");
      Map<String, Object> request =
          Map.of("name", name, "x", x.toString(), "gradient", file.toString(), "form", form);
      JsonArray theirs = peer.ask("energy", request).getAsJsonArray("energies");
      ImageStack slope = Floats.read(file, images.count(), images.shape());
      for (int i = 0; i < energies.length; i++) {
        worst = Math.max(worst, Math.abs(theirs.get(i).getAsDouble() / energies[i] - 1));
      }
      for (int i = 0; i < slope.pixels().length; i++) {
        worst = Math.max(worst, Math.abs(slope.pixels()[i] - gradient.pixels()[i]));
      }
    }
    if (!(worst <= TOLERANCE)) {
      throw new IllegalStateException(
          "the peer computes another function from " + name + ": they differ by " + worst);
    }
    return worst;
  }
}
