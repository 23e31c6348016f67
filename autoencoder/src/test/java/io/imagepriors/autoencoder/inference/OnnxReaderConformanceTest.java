package io.imagepriors.autoencoder.inference;

import io.imagepriors.api.Shape;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.conformance.PriorReaderConformance;
import io.imagepriors.conformance.junit.PriorReaderConformanceTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OnnxReaderConformanceTest extends PriorReaderConformanceTest {
  @TempDir private Path folder;

  @Override
  protected PriorReaderConformance conformance() {
    Path model = folder.resolve("model.onnx");
    TestModels.export(Architecture.CONV.create(Shape.grey(8, 8), 8), model);
    return PriorReaderConformance.of(new OnnxPriorReader(), model).withProvider(OnnxPlugins.class);
  }
}
