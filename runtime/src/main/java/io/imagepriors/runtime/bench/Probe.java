package io.imagepriors.runtime.bench;

import io.imagepriors.catalog.Kind;
import io.imagepriors.runtime.bench.plugin.ProbeDegradation;
import io.imagepriors.runtime.bench.plugin.ProbePrior;
import io.imagepriors.runtime.bench.plugin.ProbeRestorer;
import io.imagepriors.runtime.bench.plugin.ProbeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/**
 * A plug-in that benchmarks drop in, in any number of versions. Immutable.
 *
 * @param kind what it is
 * @param name the plug-in's name
 * @param extension of its files
 * @param flavours how many different things its versions compute
 * @param maker makes a file
 */
record Probe(Kind<?> kind, String name, String extension, int flavours, Maker maker) {
  private static final int FLAVOURS_OF_JARS = 4;
  private static final List<String> SHIPPED = List.of("naive", "uniform");

  /** Makes the content of a file. */
  interface Maker {
    byte[] of(long serial, int flavour);
  }

  /** A prior, a degradation and a restorer in jars, and a model file. */
  static List<Probe> all(TrialPlatform platform) {
    ProbeModel models = new ProbeModel(shippedModels(platform));
    return List.of(
        jar(Kind.PRIOR, ProbePrior.NAME),
        jar(Kind.DEGRADATION, ProbeDegradation.NAME),
        jar(Kind.RESTORER, ProbeRestorer.NAME),
        new Probe(Kind.PRIOR, ProbeModel.NAME, ".onnx", models.flavours(), models::of));
  }

  /** The name of its file. */
  String file() {
    return name + extension;
  }

  /** Whether its file is a bundle. */
  boolean isBundle() {
    return extension.equals(".jar");
  }

  /** The content of a file. */
  byte[] content(long serial, int flavour) {
    return maker.of(serial, flavour);
  }

  /** A restoration with this probe and nothing but what is shipped. */
  Recipe recipe() {
    return new Recipe(
        kind == Kind.RESTORER ? name : "map",
        kind == Kind.DEGRADATION ? name : "gaussian-noise",
        kind == Kind.PRIOR ? name : "uniform");
  }

  /** Whether the version with that number is there and goes before all others. */
  boolean serves(TrialPlatform platform, long serial) {
    String wanted = String.valueOf(serial);
    return platform
        .find(kind, name)
        .map(plugin -> wanted.equals(plugin.descriptor().facts().get(ProbeVersion.SERIAL)))
        .orElse(false);
  }

  private static Probe jar(Kind<?> kind, String name) {
    Maker maker = (serial, flavour) -> ProbeJar.of(new ProbeVersion(name, serial, flavour));
    return new Probe(kind, name, ".jar", FLAVOURS_OF_JARS, maker);
  }

  private static List<byte[]> shippedModels(TrialPlatform platform) {
    List<byte[]> models = new ArrayList<>();
    for (String name : SHIPPED) {
      for (URL file : platform.files("io.imagepriors.priors-" + name, ".onnx")) {
        try (InputStream in = file.openStream()) {
          models.add(in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return models;
  }
}
