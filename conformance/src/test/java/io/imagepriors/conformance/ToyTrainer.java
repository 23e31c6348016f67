package io.imagepriors.conformance;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Progress;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.api.WithdrawnException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Learns the mean image, one image at each step; or the same with one fault. */
final class ToyTrainer implements Trainer {
  private static final Parameter<Long> SEED = Parameter.seed("where it begins");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("toy-mean", "a trainer to test the checks with").with(SEED);

  /** What is wrong with it. */
  enum Fault {
    NONE(""),
    IGNORES_FOREIGN_PARAMETERS("foreign-parameters"),
    WRITES_NOTHING("result"),
    WRITES_RUBBISH("result"),
    SAYS_OTHER_FILE("result"),
    SAYS_NOTHING_OF_IT("result"),
    LEAVES_ITS_CHECKPOINT("result"),
    WRITES_WHILE_IT_TRAINS("file"),
    KEEPS_AN_EARLIER_FILE("file"),
    RANDOM("repeatable"),
    SILENT("monitor"),
    COUNTS_BACKWARDS("monitor"),
    SHARES_A_BUFFER("threads"),
    CRASHES_ON_OTHER_SHAPES("other-shapes"),
    REFUSES_TOO_LATE("other-shapes"),
    CRASHES_ON_A_SINGLE_IMAGE("few-images"),
    CRASHES_WHEN_IT_CANT_WRITE("unwritable"),
    IGNORES_CANCELLATION("cancel-early"),
    SAYS_COMPLETED_WHEN_CANCELLED("cancel-early"),
    LOSES_ITS_MODEL_WHEN_CANCELLED("cancel-midway"),
    IGNORES_INTERRUPT("interrupt"),
    CLEARS_INTERRUPT("interrupt"),
    BEGINS_ANEW("resume"),
    GOES_ON_WRONG("resume"),
    WORKS_AFTER_CLOSE("close"),
    CLOSES_ONCE_ONLY("close-twice");

    private final String caughtBy;

    Fault(String caughtBy) {
      this.caughtBy = caughtBy;
    }

    String caughtBy() {
      return caughtBy;
    }
  }

  private final Fault fault;
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private volatile float[] shared = new float[0];

  ToyTrainer(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void close() {
    if (closed.incrementAndGet() > 1 && fault == Fault.CLOSES_ONCE_ONLY) {
      throw new IllegalStateException("closed twice");
    }
  }

  @Override
  public TrainedPrior train(
      LabelledImages images, Path output, Parameters parameters, Monitor monitor) {
    if (closed.get() > 0 && fault != Fault.WORKS_AFTER_CLOSE) {
      throw WithdrawnException.of(name());
    }
    if (fault != Fault.IGNORES_FOREIGN_PARAMETERS) {
      parameters.get(SEED);
    }
    refuse(images, monitor);
    try {
      return learn(images, output, monitor);
    } catch (IOException e) {
      if (fault == Fault.CRASHES_WHEN_IT_CANT_WRITE) {
        throw new IllegalStateException(e);
      }
      throw FileException.unwritable(output, e);
    }
  }

  private void refuse(LabelledImages images, Monitor monitor) {
    if (images.shape().height() == 1) {
      if (fault == Fault.CRASHES_ON_OTHER_SHAPES) {
        throw new ArithmeticException("/ by zero");
      }
      if (fault == Fault.REFUSES_TOO_LATE) {
        monitor.step(new Progress("start", 1, 2, 0, 0));
      }
      throw InvalidInputException.of("images for 'toy-mean'", "have rows", images.shape());
    }
    if (images.count() == 1 && fault == Fault.CRASHES_ON_A_SINGLE_IMAGE) {
      throw new ArithmeticException("/ by zero");
    }
  }

  private TrainedPrior learn(LabelledImages images, Path output, Monitor monitor)
      throws IOException {
    if (Files.isDirectory(output)) {
      throw new IOException("it is a folder");
    }
    Path checkpoint = output.resolveSibling(output.getFileName() + ".checkpoint");
    float[] sum = new float[images.shape().size()];
    int done = goOn(checkpoint, sum);
    shared = sum;
    ImageStack image = ImageStack.zeros(1, images.shape());
    boolean wanted = true;
    while (wanted && done < images.count()) {
      images.read(done, image, 0);
      add(image.pixels(), fault == Fault.SHARES_A_BUFFER ? shared : sum);
      done++;
      if (fault == Fault.WRITES_WHILE_IT_TRAINS) {
        Files.write(output, new byte[1]);
      }
      wanted = Manners.of(fault).tell(monitor, "images", done, images.count());
    }
    boolean cancelled = !wanted && done < images.count();
    if (cancelled || fault == Fault.LEAVES_ITS_CHECKPOINT) {
      save(checkpoint, done, sum);
    } else {
      Files.deleteIfExists(checkpoint);
    }
    return finish(images, output, fault == Fault.SHARES_A_BUFFER ? shared : sum, done, cancelled);
  }

  @SuppressWarnings("ThreadPriorityCheck") // makes a rare fault frequent
  private void add(float[] image, float[] sum) {
    for (int k = 0; k < Math.min(sum.length, image.length); k++) {
      sum[k] += image[k];
    }
    if (fault == Fault.SHARES_A_BUFFER) {
      Thread.yield();
    }
  }

  private TrainedPrior finish(
      LabelledImages images, Path output, float[] sum, int done, boolean cancelled)
      throws IOException {
    float[] mean = new float[sum.length];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = sum[k] / done + (fault == Fault.RANDOM ? runs.incrementAndGet() : 0);
    }
    byte[] model = ToyModelFile.of(images.shape(), mean).bytes();
    boolean lost = fault == Fault.LOSES_ITS_MODEL_WHEN_CANCELLED && cancelled;
    boolean kept = fault == Fault.KEEPS_AN_EARLIER_FILE && Files.exists(output);
    if (fault != Fault.WRITES_NOTHING && !lost && !kept) {
      write(output, fault == Fault.WRITES_RUBBISH ? new byte[9] : model);
    }
    boolean lies = fault == Fault.SAYS_COMPLETED_WHEN_CANCELLED;
    return new TrainedPrior(
        fault == Fault.SAYS_OTHER_FILE ? output.resolveSibling("other") : output,
        cancelled && !lies ? Outcome.CANCELLED : Outcome.COMPLETED,
        fault == Fault.SAYS_NOTHING_OF_IT ? Map.of() : Map.of("data", images.origin()));
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private int goOn(Path checkpoint, float[] sum) throws IOException {
    if (!Files.exists(checkpoint) || fault == Fault.BEGINS_ANEW) {
      return 0;
    }
    ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(checkpoint));
    int done = buffer.getInt();
    if (fault != Fault.GOES_ON_WRONG) {
      buffer.asFloatBuffer().get(sum);
    }
    return done;
  }

  private static void save(Path checkpoint, int done, float[] sum) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sum.length).putInt(done);
    buffer.asFloatBuffer().put(sum);
    write(checkpoint, buffer.array());
  }
}
