package io.imagepriors.runtime.trust;

import io.imagepriors.api.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decides which files of the plug-in folder are used. It is given copies that nobody else writes,
 * so that what it has seen is what is used. Thread-safe.
 */
public interface TrustPolicy {
  /** The file in the plug-in folder that lists the models that are trusted; a signed jar. */
  String MODEL_LIST = "trusted-models.jar";

  /** Uses every file. */
  static TrustPolicy everything() {
    return new EverythingTrusted();
  }

  /** Uses no file, since it is unclear which are trusted. */
  static TrustPolicy nothing(String reason) {
    return new NothingTrusted(reason);
  }

  /**
   * Lets a jar pass that may be used; nothing in it has been obeyed before.
   *
   * @throws InvalidInputException if it may not; the message says why
   * @throws IOException if it can't be read
   */
  void requireJar(Path jar) throws IOException;

  /**
   * Lets a model file pass that may be used.
   *
   * @throws InvalidInputException if it may not; the message says why
   * @throws IOException if it can't be read
   */
  void requireModel(Path model) throws IOException;

  /**
   * Takes another list of trusted models in place of the one before.
   *
   * @param list a jar, or nothing where the list is gone
   * @return whether other models are trusted now
   * @throws InvalidInputException if the list may not be used; the one before stays
   * @throws IOException if it can't be read; the one before stays
   */
  boolean takeModelList(Optional<Path> list) throws IOException;

  /**
   * Lets commands pass that are about to plug in what they make.
   *
   * @throws InvalidInputException if what they make can't be trusted; the message says what to do
   */
  void requireOpenToNewModels();

  /** What is in force, in one line. */
  String description();

  /** Why nothing can be plugged in, where the policy itself is at fault. */
  default Optional<String> fault() {
    return Optional.empty();
  }
}
