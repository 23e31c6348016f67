package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import io.imagepriors.api.FileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A model in memory, looked through, from which runnable graphs are made. Immutable. */
final class ModelFile {
  private final Path path;
  private final byte[] bytes;
  private final ModelProto model;
  private final Set<String> weights;

  private ModelFile(Path path, byte[] bytes, ModelProto model) {
    this.path = path;
    this.bytes = bytes;
    this.model = model;
    this.weights =
        model.getGraph().getInitializerList().stream()
            .map(TensorProto::getName)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads a model and looks at its weights.
   *
   * @throws FileException if it can't be read or is not a model with sound weights
   */
  static ModelFile read(ModelSource source) {
    byte[] bytes = source.readAll();
    HeaderReader.read(ModelSource.of(source.path(), bytes));
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    try {
      ModelProto model = ModelProto.parseFrom(in);
      model.getGraph().getInitializerList().forEach(w -> WeightCheck.require(source.path(), w));
      return new ModelFile(source.path(), bytes, model);
    } catch (IOException e) {
      throw FileException.malformed(
          source.path(), in.getTotalBytesRead(), "an ONNX model", "bytes of another format");
    }
  }

  /** Where it comes from, for errors. */
  Path path() {
    return path;
  }

  /** A complete model, as bytes, that makes one computation. */
  byte[] runnable(Computation computation, List<Port> inputs, List<Port> outputs) {
    if (computation == Computation.ENERGY || computation == Computation.CLASSIFY) {
      return bytes;
    }
    List<String> results = outputs.stream().map(Port::name).toList();
    if (computation == Computation.ENERGY_ALONE) {
      return parts().build(model.getGraph().getNodeList(), List.of(), inputs, results);
    }
    FunctionProto function = function(computation.function());
    return parts().build(function.getNodeList(), function.getOpsetImportList(), inputs, results);
  }

  /**
   * Requires the function of a computation, with the inputs and outputs it should have.
   *
   * @throws FileException if it lacks one
   */
  void requireFunction(Computation computation, List<Port> inputs, List<Port> outputs) {
    FunctionProto function = function(computation.function());
    List<String> data =
        function.getInputList().stream().filter(name -> !weights.contains(name)).toList();
    List<String> arguments = inputs.stream().map(Port::name).toList();
    if (!data.equals(arguments)) {
      throw wrong(function, "to take " + arguments + " and weights", data);
    }
    List<String> results = outputs.stream().map(Port::name).toList();
    if (!function.getOutputList().containsAll(results)) {
      throw wrong(function, "to give " + results, function.getOutputList());
    }
  }

  /** Makes models of parts of this one. */
  PartBuilder parts() {
    return new PartBuilder(model);
  }

  /**
   * A function of the file.
   *
   * @throws FileException if there is none of that name
   */
  FunctionProto function(String name) {
    List<FunctionProto> functions =
        model.getFunctionsList().stream()
            .filter(f -> f.getDomain().equals(ModelFormat.DOMAIN))
            .toList();
    for (FunctionProto function : functions) {
      if (function.getName().equals(name)) {
        return function;
      }
    }
    throw FileException.unusable(
        path,
        "a function '" + name + "' in the domain " + ModelFormat.DOMAIN,
        functions.isEmpty() ? "none" : functions.stream().map(FunctionProto::getName).toList());
  }

  private FileException wrong(FunctionProto function, String expected, Object found) {
    return FileException.unusable(path, "function '" + function.getName() + "' " + expected, found);
  }
}
