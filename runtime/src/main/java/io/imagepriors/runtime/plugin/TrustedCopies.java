package io.imagepriors.runtime.plugin;

import io.imagepriors.api.FileException;
import io.imagepriors.runtime.trust.TrustPolicy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The door between the plug-in folder and the process: a file is copied, the policy looks at the
 * copy, and the copy is what is used. Who changes the file meanwhile changes nothing. Thread-safe.
 */
public final class TrustedCopies {
  private final Path folder;
  private final TrustPolicy policy;

  /** Copies go into {@code folder}, which this process alone should be able to write. */
  public TrustedCopies(Path folder, TrustPolicy policy) {
    this.folder = folder;
    this.policy = policy;
  }

  /** What lets copies pass. */
  TrustPolicy policy() {
    return policy;
  }

  /**
   * Copies a jar that may be used.
   *
   * @throws Exception if it may not, or can't be read, or takes too long to be looked at
   */
  PrivateCopy jar(File file) throws Exception {
    return checked(file, policy::requireJar);
  }

  /**
   * Copies a model file that may be used.
   *
   * @throws Exception as {@link #jar}
   */
  PrivateCopy model(File file) throws Exception {
    return checked(file, policy::requireModel);
  }

  /** Whether a copy that has passed would pass again, now that other models are trusted. */
  boolean stillTrusts(PrivateCopy model) {
    try {
      policy.requireModel(model.path());
      return true;
    } catch (Exception e) { // unreadable is not trusted
      return false;
    }
  }

  /** A text in which the file stands by its name, wherever its copy was named. */
  String named(String text, File file) {
    String copied = Pattern.quote(folder.toString()) + "[^:]*?" + Pattern.quote(file.getName());
    return text.replaceAll(copied, Matcher.quoteReplacement(file.getName()));
  }

  /**
   * Lets nothing pass but a file: no folder, no link to nothing, no pipe that never ends.
   *
   * @throws FileException if it is none
   */
  static void requireFile(File file) {
    Path path = file.toPath();
    if (!Files.exists(path)) {
      throw FileException.unreadable(path, new NoSuchFileException(path.toString()));
    }
    if (!Files.isRegularFile(path)) {
      String found = Files.isDirectory(path) ? "a folder" : "no regular file";
      throw FileException.unusable(path, "a jar or a model file", found);
    }
  }

  private PrivateCopy checked(File file, Check check) throws Exception {
    requireFile(file);
    PrivateCopy copy = PrivateCopy.of(file.toPath(), folder);
    try {
      TimeLimit.CHECK.call(
          "the check of " + file.getName(),
          () -> {
            check.require(copy.path());
            return copy;
          });
      return copy;
    } catch (Exception e) {
      copy.close();
      throw e;
    }
  }

  /** One of a policy's checks. */
  private interface Check {
    void require(Path copy) throws Exception;
  }
}
