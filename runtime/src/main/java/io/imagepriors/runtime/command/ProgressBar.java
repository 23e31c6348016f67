package io.imagepriors.runtime.command;

import io.imagepriors.api.Monitor;
import io.imagepriors.api.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far a computation is, on standard error: a bar that is redrawn in a terminal, a line
 * now and then elsewhere, nothing for work that is done in two seconds. It says stop once the user
 * has asked to. Used by one thread.
 */
public final class ProgressBar implements Monitor, AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final long SILENCE = 2 * SECOND;
  private static final long REDRAW = SECOND / 8;
  private static final long LINE = 15 * SECOND;
  private static final int WIDTH = 24;
  private static final Progress NOTHING = new Progress("", -1, -1, Double.NaN, 0);
  private static final String CLEAR = "\r\u001b[K";

  private final String title;
  private final Console console;
  private final Cancellation cancellation;
  private final LongSupplier nanos;
  private long next;
  private long firstNanos;
  private Progress first = NOTHING;
  private boolean drawn;

  ProgressBar(String title, Console console, Cancellation cancellation) {
    this(title, console, cancellation, System::nanoTime);
  }

  ProgressBar(String title, Console console, Cancellation cancellation, LongSupplier nanos) {
    this.title = title;
    this.console = console;
    this.cancellation = cancellation;
    this.nanos = nanos;
    this.next = nanos.getAsLong() + SILENCE;
  }

  @Override
  public boolean step(Progress progress) {
    long now = nanos.getAsLong();
    if (first.done() < 0) {
      first = progress;
      firstNanos = now;
    }
    if (now >= next) {
      String text = describe(progress, now - firstNanos);
      if (console.errIsTerminal()) {
        console.err().print(CLEAR + fit(bar(progress) + " " + text));
        console.err().flush();
        next = now + REDRAW;
      } else {
        console.err().println(text);
        next = now + LINE;
      }
      drawn = true;
    }
    return !cancellation.isCancelled();
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (drawn && console.errIsTerminal()) {
      console.err().print(CLEAR);
      console.err().flush();
    }
  }

  private static String bar(Progress progress) {
    double share = progress.total() > 0 ? (double) progress.done() / progress.total() : 0;
    int full = (int) Math.round(Math.min(1, share) * WIDTH);
    return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
  }

  private String describe(Progress progress, long elapsed) {
    StringBuilder text = new StringBuilder(title);
    if (progress.total() > 0) {
      text.append(String.format(Locale.ROOT, " %3d%%", 100 * progress.done() / progress.total()));
    }
    if (!progress.stage().isEmpty()) {
      text.append("  ").append(progress.stage());
    }
    if (!Double.isNaN(progress.value())) {
      text.append(String.format(Locale.ROOT, "  loss %.5g", progress.value()));
    }
    // Rates are counted from the first step on: what came before it was preparation.
    long items = progress.items() - first.items();
    if (items > 0 && elapsed > 0) {
      text.append(String.format(Locale.ROOT, "  %.0f images/s", items * (double) SECOND / elapsed));
    }
    long done = progress.done() - first.done();
    if (done > 0 && progress.total() > progress.done()) {
      long left = (long) ((double) elapsed / done * (progress.total() - progress.done()));
      text.append("  ").append(duration(left)).append(" left");
    }
    return text.toString();
  }

  private String fit(String text) {
    int most = Math.max(20, console.columns() - 1);
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static String duration(long nanos) {
    long seconds = (nanos + SECOND - 1) / SECOND;
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
