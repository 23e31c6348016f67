package io.imagepriors.runtime.command.plugins;

import io.imagepriors.api.PluginProvider;

/**
 * Loads the native engines and asks for their versions. They lie beside the api on the launcher's
 * class path, so the api's own class loader finds them; by reflection, since the runtime works
 * without them.
 */
final class EngineChecks {
  private static final ClassLoader ENGINES = PluginProvider.class.getClassLoader();

  private EngineChecks() {}

  /** ONNX Runtime, which every trained prior needs. */
  static Check onnxRuntime() {
    String name = "ONNX Runtime";
    String advice =
        "build the distribution again (mvn package) on this machine: its native library must fit"
            + " the platform";
    try {
      Class<?> type = Class.forName("ai.onnxruntime.OrtEnvironment", true, ENGINES);
      Object environment = type.getMethod("getEnvironment").invoke(null);
      return Check.ok(name, "version " + type.getMethod("getVersion").invoke(environment));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return Check.fail(name, reason(e), advice);
    }
  }

  /** DJL with PyTorch, which training alone needs. Loading it takes a second or more. */
  static Check training() {
    String name = "PyTorch (DJL)";
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ENGINES);
    try {
      Class<?> type = Class.forName("ai.djl.engine.Engine", true, ENGINES);
      Object engine = type.getMethod("getEngine", String.class).invoke(null, "PyTorch");
      return Check.ok(name, "version " + type.getMethod("getVersion").invoke(engine));
    } catch (ClassNotFoundException e) {
      return Check.warn(name, "not installed", "restore lib/training to train priors");
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return Check.fail(
          name, reason(e), "check that ~/.djl.ai can be written and has 1 GB free, or delete it");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString().lines().findFirst().orElse("");
  }
}
