package io.imagepriors.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Metadata of a model file is replaced, all else is copied. */
class ProbeModelTest {
  private static final int VERSION = 1 << 3;
  private static final int GRAPH = 7 << 3 | 2;
  private static final int METADATA = 14 << 3 | 2;

  @Test
  void should_replace_the_entries_that_tell_one_file_from_another() {
    byte[] model = model(entry("imagepriors.name", "naive"), entry("imagepriors.format", "1"));

    byte[] made = new ProbeModel(List.of(model)).of(12, 0);

    assertThat(made)
        .isEqualTo(
            model(
                entry("imagepriors.format", "1"),
                entry("imagepriors.name", "probe-model"),
                entry("imagepriors.version", "1.0.12"),
                entry("imagepriors.serial", "12"),
                entry("imagepriors.flavour", "0")));
  }

  /** A version, the entries, and a graph of 200 bytes, whose length takes two bytes. */
  private static byte[] model(byte[]... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(VERSION);
    out.write(8);
    for (byte[] entry : entries) {
      out.writeBytes(entry);
    }
    out.write(GRAPH);
    out.write(0xC8);
    out.write(0x01);
    out.writeBytes(new byte[200]);
    return out.toByteArray();
  }

  private static byte[] entry(String key, String value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(METADATA);
    out.write(key.length() + value.length() + 4);
    out.write(10);
    out.write(key.length());
    out.writeBytes(key.getBytes(StandardCharsets.UTF_8));
    out.write(18);
    out.write(value.length());
    out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
