package ${package};

#if ($kind == "prior")
import io.imagepriors.conformance.PriorConformance;
import io.imagepriors.conformance.junit.PriorConformanceTest;

class ${className}Test extends PriorConformanceTest {
  @Override
  protected PriorConformance conformance() {
    return PriorConformance.of(new ${className}()).withReopening(${className}::new);
  }
}
#else
import io.imagepriors.conformance.DegradationConformance;
import io.imagepriors.conformance.junit.DegradationConformanceTest;

class ${className}Test extends DegradationConformanceTest {
  @Override
  protected DegradationConformance conformance() {
    return DegradationConformance.of(new ${className}()).withReopening(${className}::new);
  }
}
#end
