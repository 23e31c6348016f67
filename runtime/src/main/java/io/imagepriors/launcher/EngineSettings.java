package io.imagepriors.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** System properties that the native engines read once; what the user has set stays. */
final class EngineSettings {
  private EngineSettings() {}

  /** Sets what is not set yet. */
  static void apply(Distribution distribution) {
    Path natives = distribution.onnxRuntimeNatives();
    if (Files.isDirectory(natives)) {
      setDefault("onnxruntime.native.path", natives.toString());
    }
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("org.slf4j.simpleLogger.defaultLogLevel", "error");
    setDefault("java.awt.headless", "true");
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
