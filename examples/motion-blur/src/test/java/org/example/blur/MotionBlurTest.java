package org.example.blur;

import io.imagepriors.api.Shape;
import io.imagepriors.conformance.DegradationConformance;
import io.imagepriors.conformance.junit.DegradationConformanceTest;
import org.junit.jupiter.api.Nested;

class MotionBlurTest {

  @Nested
  class AtItsDefaults extends DegradationConformanceTest {
    @Override
    protected DegradationConformance conformance() {
      return DegradationConformance.of(new MotionBlur()).withProvider(MotionBlurProvider.class);
    }
  }

  @Nested
  class AslantInColour extends DegradationConformanceTest {
    @Override
    protected DegradationConformance conformance() {
      MotionBlur blur = new MotionBlur();
      return DegradationConformance.of(blur)
          .withShape(new Shape(3, 20, 31))
          .withParameters(blur.descriptor().defaults().with("length", "12.5").with("angle", "37"));
    }
  }

  @Nested
  class LongerThanTheImage extends DegradationConformanceTest {
    @Override
    protected DegradationConformance conformance() {
      MotionBlur blur = new MotionBlur();
      return DegradationConformance.of(blur)
          .withShape(Shape.grey(8, 8))
          .withParameters(blur.descriptor().defaults().with("length", "40"));
    }
  }
}
