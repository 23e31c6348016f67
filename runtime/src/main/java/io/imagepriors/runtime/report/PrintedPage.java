package io.imagepriors.runtime.report;

import io.imagepriors.pdf.PdfDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Pages as documents, where the bundle that makes them is installed. */
final class PrintedPage {
  private PrintedPage() {}

  /** The document; nothing where that bundle is not there. */
  static Optional<byte[]> of(String page) {
    try {
      return Optional.of(PdfDocument.of(page));
    } catch (NoClassDefFoundError e) {
      if (String.valueOf(e.getMessage()).startsWith("io/imagepriors/pdf/")) {
        return Optional.empty();
      }
      throw e; // the bundle is there, and something in it is not
    } catch (IOException e) {
      throw new UncheckedIOException("this product's own page can't be printed", e);
    }
  }
}
