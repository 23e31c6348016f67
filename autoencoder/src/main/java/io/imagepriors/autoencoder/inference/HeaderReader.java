package io.imagepriors.autoencoder.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.imagepriors.api.FileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the header of a model by walking over the protobuf messages and skipping weights and
 * operators. Files of this product have their metadata in front and are left at the graph; in
 * others, all is walked over.
 */
final class HeaderReader {
  private static final int ENTRY_KEY = textTag(StringStringEntryProto.KEY_FIELD_NUMBER);
  private static final int ENTRY_VALUE = textTag(StringStringEntryProto.VALUE_FIELD_NUMBER);

  private final ModelSource source;
  private final CodedInputStream in;
  private final long length;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<ValueInfoProto> inputs = new ArrayList<>();

  private HeaderReader(ModelSource source, InputStream stream) throws IOException {
    this.source = source;
    this.length = source.length().get();
    source.requireLength(length);
    this.in = CodedInputStream.newInstance(stream, 1 << 13);
    in.setSizeLimit((int) ModelSource.MAX_LENGTH);
  }

  /**
   * The header of a model.
   *
   * @throws FileException if it can't be read or is not an ONNX model
   */
  static ModelHeader read(ModelSource source) {
    try (InputStream stream = source.content().open()) {
      return new HeaderReader(source, stream).header();
    } catch (IOException e) {
      throw FileException.unreadable(source.path(), e);
    }
  }

  private ModelHeader header() throws IOException {
    long start = 0;
    boolean graph = false;
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        int field = WireFormat.getTagFieldNumber(tag);
        if (field == ModelProto.GRAPH_FIELD_NUMBER && isComplete()) {
          messageLength(tag, "a graph");
          return new ModelHeader(source.path(), metadata, inputs);
        }
        if (field == ModelProto.GRAPH_FIELD_NUMBER) {
          graph = true;
          readGraph(tag);
        } else if (field == ModelProto.METADATA_PROPS_FIELD_NUMBER) {
          readEntry(tag);
        } else {
          skip(tag);
        }
        start = in.getTotalBytesRead();
      }
    } catch (InvalidProtocolBufferException e) {
      throw malformed(start, "an ONNX model", "bytes of another format, or cut off");
    }
    if (!graph) {
      throw malformed(start, "an ONNX model with a graph", "the end of the file");
    }
    return new ModelHeader(source.path(), metadata, inputs);
  }

  private boolean isComplete() {
    return metadata.containsKey(ModelFormat.VERSION_KEY)
        && metadata.containsKey(ModelFormat.SHAPE_KEY);
  }

  private void readGraph(int tag) throws IOException {
    int limit = in.pushLimit(messageLength(tag, "a graph"));
    for (int inner = in.readTag(); inner != 0; inner = in.readTag()) {
      if (WireFormat.getTagFieldNumber(inner) == GraphProto.INPUT_FIELD_NUMBER) {
        int end = in.pushLimit(messageLength(inner, "an input"));
        inputs.add(ValueInfoProto.parseFrom(in, ExtensionRegistryLite.getEmptyRegistry()));
        in.popLimit(end);
      } else {
        skip(inner);
      }
    }
    in.checkLastTagWas(0);
    in.popLimit(limit);
  }

  /** By hand: the generated classes take tens of milliseconds to load. */
  private void readEntry(int tag) throws IOException {
    int limit = in.pushLimit(messageLength(tag, "a metadata entry"));
    String key = "";
    String value = "";
    for (int inner = in.readTag(); inner != 0; inner = in.readTag()) {
      if (inner == ENTRY_KEY) {
        key = in.readStringRequireUtf8();
      } else if (inner == ENTRY_VALUE) {
        value = in.readStringRequireUtf8();
      } else {
        skip(inner);
      }
    }
    metadata.put(key, value);
    in.popLimit(limit);
  }

  private void skip(int tag) throws IOException {
    if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      in.skipRawBytes(messageLength(tag, "a field"));
    } else if (!in.skipField(tag)) {
      throw new InvalidProtocolBufferException("a stray end of a group");
    }
  }

  /** The claimed length of a field, checked against the file before anything relies on it. */
  private int messageLength(int tag, String what) throws IOException {
    long offset = in.getTotalBytesRead();
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      throw malformed(offset, what + " of an ONNX model", "a number");
    }
    int claimed = in.readRawVarint32();
    long left = length < 0 ? Integer.MAX_VALUE : length - in.getTotalBytesRead();
    if (claimed < 0 || claimed > left) {
      throw malformed(
          offset,
          what + " of " + Integer.toUnsignedString(claimed) + " bytes",
          left + " bytes until the end of the file");
    }
    return claimed;
  }

  private static int textTag(int field) {
    return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }

  private FileException malformed(long offset, String expected, String found) {
    return FileException.malformed(source.path(), offset, expected, found);
  }
}
