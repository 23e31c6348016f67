package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.EnergyQuantiles;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.ResidualLaw;
import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.calibration.CalibrationTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a model file says of itself.
 *
 * @param path the file, for errors
 * @param metadata all entries, in order
 * @param inputs the main graph's inputs; empty where the metadata made reading them needless
 */
record ModelHeader(Path path, Map<String, String> metadata, List<ValueInfoProto> inputs) {

  /** Names that the descriptor shows elsewhere. */
  private static final Set<String> NOT_FACTS =
      Set.of(ModelFormat.NAME_KEY, ModelFormat.SUMMARY_KEY);

  /** Copies both. */
  ModelHeader {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    inputs = List.copyOf(inputs);
  }

  /** Name, summary and facts; the name of the file serves where there is no other. */
  Descriptor descriptor() {
    String name = metadata.getOrDefault(ModelFormat.NAME_KEY, nameOfFile());
    String summary =
        metadata.getOrDefault(
            ModelFormat.SUMMARY_KEY, kind() + " from the model file " + fileName());
    Descriptor descriptor;
    try {
      descriptor = Descriptor.of(name, oneLine(summary));
    } catch (InvalidInputException e) {
      throw FileException.unusable(
          path, "a name of lower case letters, digits and hyphens", "'" + oneLine(name) + "'");
    }
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      if (entry.getKey().startsWith(ModelFormat.PREFIX) && !NOT_FACTS.contains(entry.getKey())) {
        String key = entry.getKey().substring(ModelFormat.PREFIX.length());
        if (!CalibrationTexts.isForPrograms(key)) {
          descriptor = descriptor.withFact(oneLine(key), oneLine(entry.getValue()));
        }
      }
    }
    return WorkFacts.add(descriptor, this);
  }

  /**
   * The shape of the images, from the metadata or else from the graph's input.
   *
   * @throws FileException if neither tells it
   */
  Shape shape() {
    String text = metadata.get(ModelFormat.SHAPE_KEY);
    try {
      return text == null ? shapeOfInput() : Shape.parse(text);
    } catch (InvalidInputException e) {
      throw FileException.unusable(path, "an image shape such as 1x28x28", oneLine(e.getMessage()));
    }
  }

  /** What the file holds: {@link ModelFormat#PRIOR_KIND} unless it says otherwise. */
  String kind() {
    return oneLine(metadata.getOrDefault(ModelFormat.KIND_KEY, ModelFormat.PRIOR_KIND));
  }

  /** All that the file can compute. */
  List<Computation> computations() {
    if (kind().equals(ModelFormat.CLASSIFIER_KIND)) {
      return List.of(Computation.CLASSIFY);
    }
    List<Computation> all = new ArrayList<>(List.of(Computation.ENERGY));
    if (hasLatentSpace()) {
      all.addAll(Computation.LATENT);
    }
    return all;
  }

  /** The functions that the metadata promises. */
  List<String> functions() {
    String text = metadata.getOrDefault(ModelFormat.FUNCTIONS_KEY, "");
    return text.isBlank() ? List.of() : List.of(text.trim().split("\\s*,\\s*"));
  }

  /** Whether all maps of a latent space are promised. */
  boolean hasLatentSpace() {
    return functions()
        .containsAll(List.of(ModelFormat.ENCODE, ModelFormat.DECODE, ModelFormat.DECODE_VJP));
  }

  /**
   * The number of coordinates of a code.
   *
   * @throws FileException if the metadata does not tell
   */
  int dimension() {
    return number(ModelFormat.DIMENSION_KEY);
  }

  /**
   * The number of a classifier's classes.
   *
   * @throws FileException if the metadata does not tell
   */
  int classes() {
    return number(ModelFormat.CLASSES_KEY);
  }

  /**
   * The number of a classifier's features.
   *
   * @throws FileException if the metadata does not tell
   */
  int features() {
    return number(ModelFormat.FEATURES_KEY);
  }

  /**
   * What the decoder can't express, where it was measured.
   *
   * @throws FileException if the metadata are malformed
   */
  Optional<ResidualLaw> residualLaw() {
    return calibration(() -> CalibrationTexts.residualLaw(texts(), shape()));
  }

  /**
   * The energies of the class, where they were measured.
   *
   * @throws FileException if the metadata are malformed
   */
  Optional<EnergyQuantiles> energyQuantiles() {
    return calibration(() -> CalibrationTexts.energyQuantiles(texts()));
  }

  private <T> Optional<T> calibration(Supplier<Optional<T>> reader) {
    try {
      return reader.get();
    } catch (InvalidInputException e) {
      throw FileException.unusable(path, "a sound calibration", oneLine(e.getMessage()));
    }
  }

  /** Metadata of this format, by keys without prefix. */
  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    metadata.forEach(
        (key, value) -> {
          if (key.startsWith(ModelFormat.PREFIX)) {
            texts.put(key.substring(ModelFormat.PREFIX.length()), value);
          }
        });
    return texts;
  }

  private int number(String key) {
    String text = metadata.getOrDefault(key, "none");
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw FileException.unusable(path, key + " to be a number from 1", "'" + oneLine(text) + "'");
    }
    return Integer.parseInt(text);
  }

  private Shape shapeOfInput() {
    for (ValueInfoProto input : inputs) {
      if (input.getName().equals(ModelFormat.IMAGES)) {
        return ImageInput.shape(path, input);
      }
    }
    throw FileException.unusable(
        path,
        "a graph with an input '" + ModelFormat.IMAGES + "'",
        inputs.isEmpty() ? "none" : inputs.stream().map(ValueInfoProto::getName).toList());
  }

  private String fileName() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private String nameOfFile() {
    String name = fileName().toLowerCase(Locale.ROOT).replaceFirst("\\.onnx$", "");
    name = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "model" : name;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").trim();
  }
}
