package io.imagepriors.conformance;

import io.imagepriors.api.Dataset;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import io.imagepriors.api.WithdrawnException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** A small right dataset of images made by a formula; or the same with one fault. */
final class ToyDataset implements Dataset {
  private static final Shape SHAPE = Shape.grey(4, 6);
  private static final Parameter<Integer> COUNT =
      Parameter.integer("count", 23, 1, 1000, "images in each split");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("toy-images", "a dataset to test the checks with").with(COUNT);

  /** What is wrong with it. */
  enum Fault {
    NONE(""),
    NO_SPLITS("splits"),
    SAME_SPLIT_TWICE("splits"),
    VALUES_TO_255("values"),
    LABELS_BELOW_ZERO("labels"),
    LABELS_SOME("labels"),
    RANDOM("repeatable"),
    SKIPS_BLACK_PIXELS("buffers"),
    SHARES_A_BUFFER("threads"),
    IGNORES_THE_SLOT("slot"),
    OWN_STACK_IS_WRONG("stacks"),
    ACCEPTS_UNKNOWN_SPLIT("unknown-split"),
    ACCEPTS_WRONG_SHAPE("wrong-sizes"),
    ACCEPTS_ANY_INDEX("wrong-sizes"),
    IGNORES_FOREIGN_PARAMETERS("foreign-parameters"),
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
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  ToyDataset(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return switch (fault) {
      case NO_SPLITS -> List.of();
      case SAME_SPLIT_TWICE -> List.of("train", "train");
      default -> List.of("train", "test");
    };
  }

  @Override
  public void close() {
    if (closed.incrementAndGet() > 1 && fault == Fault.CLOSES_ONCE_ONLY) {
      throw new IllegalStateException("closed twice");
    }
  }

  private void requireOpen() {
    if (closed.get() > 0 && fault != Fault.WORKS_AFTER_CLOSE) {
      throw WithdrawnException.of(name());
    }
  }

  @Override
  public LabelledImages load(String split, Parameters parameters) {
    requireOpen();
    if (!splits().contains(split) && fault != Fault.ACCEPTS_UNKNOWN_SPLIT) {
      throw InvalidInputException.unknown("split of 'toy-images'", split, splits());
    }
    int count = fault == Fault.IGNORES_FOREIGN_PARAMETERS ? 23 : parameters.get(COUNT);
    return new Images(split, count);
  }

  private final class Images implements LabelledImages {
    private final String split;
    private final int count;
    private final float[] shared = new float[SHAPE.size()];

    Images(String split, int count) {
      this.split = split;
      this.count = count;
    }

    @Override
    public String origin() {
      return "toy-images " + split;
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public void read(int index, ImageStack target, int slot) {
      requireOpen();
      check(index, target);
      float[] pixels = fault == Fault.SHARES_A_BUFFER ? shared : new float[SHAPE.size()];
      fill(pixels, index);
      int at = target.offset(fault == Fault.IGNORES_THE_SLOT ? 0 : slot);
      for (int k = 0; k < pixels.length && at + k < target.pixels().length; k++) {
        if (pixels[k] > 0 || fault != Fault.SKIPS_BLACK_PIXELS) {
          target.pixels()[at + k] = pixels[k];
        }
      }
    }

    private void check(int index, ImageStack target) {
      if (fault != Fault.ACCEPTS_WRONG_SHAPE) {
        target.requireShape(SHAPE, "stack");
      }
      if (fault != Fault.ACCEPTS_ANY_INDEX) {
        Objects.checkIndex(index, count);
      }
    }

    @SuppressWarnings("ThreadPriorityCheck") // makes a rare fault frequent
    private void fill(float[] pixels, int index) {
      for (int k = 0; k < pixels.length; k++) {
        pixels[k] = Math.floorMod(index * 31 + k * 7, 11) / 10f;
      }
      if (fault == Fault.SHARES_A_BUFFER) {
        Thread.yield();
      }
      if (fault == Fault.VALUES_TO_255) {
        pixels[0] = 255;
      }
      if (fault == Fault.RANDOM) {
        pixels[0] = 1f / reads.incrementAndGet();
      }
    }

    @Override
    public OptionalInt label(int index) {
      if (fault != Fault.ACCEPTS_ANY_INDEX) {
        Objects.checkIndex(index, count);
      }
      return switch (fault) {
        case LABELS_BELOW_ZERO -> OptionalInt.of(index % 3 - 1);
        case LABELS_SOME -> index > 5 ? OptionalInt.empty() : OptionalInt.of(0);
        default -> OptionalInt.of(index % 3);
      };
    }

    @Override
    public ImageStack stack(int from, int to) {
      ImageStack stack = LabelledImages.super.stack(from, to);
      if (fault == Fault.OWN_STACK_IS_WRONG && stack.count() > 1) {
        Arrays.fill(stack.pixels(), 0.5f);
      }
      return stack;
    }
  }
}
