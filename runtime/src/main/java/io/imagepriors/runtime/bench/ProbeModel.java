package io.imagepriors.runtime.bench;

import io.imagepriors.runtime.bench.plugin.ProbeVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Model files called {@value #NAME}, made of models that exist: their flavours. A file is the
 * original with other metadata entries; weights and operators are copied as they are.
 *
 * <p>An ONNX file is a protobuf message: fields one after another, of which field 14 is a metadata
 * entry and field 7 the graph (onnx.proto, {@code ModelProto}). Entries go before the graph.
 */
final class ProbeModel {
  /** The prior's name. */
  static final String NAME = "probe-model";

  private static final int GRAPH = 7 << 3 | 2;
  private static final int METADATA = 14 << 3 | 2;
  private static final int KEY = 1 << 3 | 2;
  private static final int VALUE = 2 << 3 | 2;
  private static final int VARINT = 0;
  private static final int MORE = 0x80;
  private static final String PREFIX = "imagepriors.";

  private final List<byte[]> models;

  /** Model files of these models, which are valid and hold their graph after their metadata. */
  ProbeModel(List<byte[]> models) {
    this.models = List.copyOf(models);
  }

  /** How many flavours there are. */
  int flavours() {
    return models.size();
  }

  /** A file with a serial number of its own. */
  byte[] of(long serial, int flavour) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(PREFIX + "name", NAME);
    entries.put(PREFIX + "version", "1.0." + serial);
    entries.put(PREFIX + ProbeVersion.SERIAL, String.valueOf(serial));
    entries.put(PREFIX + ProbeVersion.FLAVOUR, String.valueOf(flavour));
    return new Rewriting(models.get(flavour)).with(entries);
  }

  /** One pass over the fields of a message. */
  private static final class Rewriting {
    private final byte[] source;
    private final ByteArrayOutputStream target = new ByteArrayOutputStream();
    private int at;

    Rewriting(byte[] source) {
      this.source = source;
    }

    byte[] with(Map<String, String> entries) {
      while (source[at] != GRAPH) {
        int start = at;
        boolean metadata = skipField() == METADATA;
        if (!metadata || !isReplaced(start, entries)) {
          target.write(source, start, at - start);
        }
      }
      entries.forEach(this::writeEntry);
      target.write(source, at, source.length - at);
      return target.toByteArray();
    }

    /** Goes to the next field; gives the tag of this one. */
    private int skipField() {
      int tag = varint();
      int value = varint();
      at += (tag & 7) == VARINT ? 0 : value;
      return tag;
    }

    private boolean isReplaced(int start, Map<String, String> entries) {
      String entry = new String(source, start, at - start, StandardCharsets.UTF_8);
      return entries.keySet().stream()
          .anyMatch(key -> entry.contains("\n" + (char) key.length() + key));
    }

    private void writeEntry(String key, String value) {
      byte[] k = key.getBytes(StandardCharsets.UTF_8);
      byte[] v = value.getBytes(StandardCharsets.UTF_8);
      target.write(METADATA);
      target.write(k.length + v.length + 4); // all texts here are shorter than 128 bytes together
      writeText(KEY, k);
      writeText(VALUE, v);
    }

    private void writeText(int tag, byte[] text) {
      target.write(tag);
      target.write(text.length);
      target.writeBytes(text);
    }

    private int varint() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        int next = source[at++];
        value |= (next & (MORE - 1)) << shift;
        if ((next & MORE) == 0) {
          return value;
        }
      }
    }
  }
}
