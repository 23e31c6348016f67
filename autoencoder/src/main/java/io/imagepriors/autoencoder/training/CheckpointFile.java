package io.imagepriors.autoencoder.training;

import io.imagepriors.api.FileException;
import io.imagepriors.autoencoder.file.AtomicFile;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The checkpoint beside a model file: {@code NAME.onnx.checkpoint}. Replaced in one step, so that
 * at every moment a whole checkpoint is on disk. Layout, big-endian: magic, version, pairs of
 * identity texts, step, present model, moments, best loss, epoch and model, and a CRC-32 of all
 * that; each array after its length.
 */
final class CheckpointFile {
  private static final int MAGIC = 0x49505443;
  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = 8;

  private final Path file;

  CheckpointFile(Path output) {
    this.file = output.resolveSibling(output.getFileName() + ".checkpoint");
  }

  Path path() {
    return file;
  }

  /**
   * Writes a checkpoint in place of the last.
   *
   * @throws FileException if it can't be written; the last one stays
   */
  void write(Checkpoint checkpoint) {
    AtomicFile.write(file, stream -> write(checkpoint, stream));
  }

  private static void write(Checkpoint checkpoint, OutputStream stream) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(stream, 1 << 16), new CRC32());
    DataOutputStream out = new DataOutputStream(checked);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(checkpoint.identity().size());
    for (Map.Entry<String, String> entry : checkpoint.identity().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue());
    }
    out.writeLong(checkpoint.step());
    write(checkpoint.model(), out);
    write(checkpoint.moments().mean(), out);
    write(checkpoint.moments().square(), out);
    out.writeDouble(checkpoint.best().loss());
    out.writeInt(checkpoint.best().epoch());
    write(checkpoint.best().values(), out);
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  private static void write(FlatValues values, DataOutputStream out) throws IOException {
    write(values.weights(), out);
    write(values.statistics(), out);
  }

  private static void write(float[] values, DataOutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, values.length));
    bytes.asFloatBuffer().put(values);
    out.writeInt(values.length);
    out.write(bytes.array());
  }

  /**
   * Reads the checkpoint, if there is one.
   *
   * @throws FileException if it can't be read or is damaged
   */
  Optional<Checkpoint> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
    requireIntact(bytes);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.skipNBytes(8);
      return Optional.of(read(in));
    } catch (IOException e) {
      throw FileException.unusable(file, "a whole checkpoint (delete it to start anew)", e);
    }
  }

  private void requireIntact(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < 8 + CHECKSUM_BYTES || buffer.getInt(0) != MAGIC) {
      throw FileException.malformed(
          file,
          0,
          "a training checkpoint (delete it to start anew)",
          bytes.length + " other bytes");
    }
    if (buffer.getInt(4) != VERSION) {
      throw FileException.malformed(
          file,
          4,
          "checkpoint version " + VERSION + " (delete it to start anew)",
          buffer.getInt(4));
    }
    int end = bytes.length - CHECKSUM_BYTES;
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, end);
    if (crc.getValue() != buffer.getLong(end)) {
      throw FileException.malformed(
          file,
          end,
          "checksum " + Long.toHexString(crc.getValue()) + " (damaged: delete it to start anew)",
          Long.toHexString(buffer.getLong(end)));
    }
  }

  private static Checkpoint read(DataInputStream in) throws IOException {
    Map<String, String> identity = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = in.readUTF();
      identity.put(key, in.readUTF());
    }
    return new Checkpoint(
        identity,
        in.readLong(),
        readValues(in),
        new Adam.Moments(readArray(in), readArray(in)),
        new BestModel(in.readDouble(), in.readInt(), readValues(in)));
  }

  private static FlatValues readValues(DataInputStream in) throws IOException {
    return new FlatValues(readArray(in), readArray(in));
  }

  private static float[] readArray(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available() / 4) {
      throw new IOException(length + " values");
    }
    float[] values = new float[length];
    ByteBuffer.wrap(in.readNBytes(4 * length)).asFloatBuffer().get(values);
    return values;
  }

  /** Removes the checkpoint after a training that ran to its end. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Not worth failing for: a checkpoint left over is replaced or refused by the next training.
      file.toFile().deleteOnExit();
    }
  }
}
