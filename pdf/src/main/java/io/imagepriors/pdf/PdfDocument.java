package io.imagepriors.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Set;

/**
 * A page of HTML as a PDF document, laid out by the page's print style. The page must be
 * well-formed XML and bring its pictures along as data URIs: nothing is loaded from outside. Its
 * style must name the fonts that are built in, {@code Liberation Serif}, {@code Liberation Sans}
 * and {@code Liberation Mono}; those of the system are not looked at. Stateless and thread-safe.
 */
public final class PdfDocument {
  private static final String SERIF = "Liberation Serif";
  private static final String SANS = "Liberation Sans";
  private static final String MONO = "Liberation Mono";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private PdfDocument() {}

  /**
   * Makes the document.
   *
   * @param html the page
   * @return the bytes of a PDF file
   * @throws IOException if the page is not well-formed or can't be laid out
   */
  public static byte[] of(String html) throws IOException {
    XRLog.setLoggingEnabled(false); // it would comment on every style that is for browsers
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html, null);
    builder.toStream(bytes);
    addFonts(builder);
    // Archival: every font within the document, which also keeps those of the system out.
    builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    FSStreamFactory nowhere = PdfDocument::refuse;
    builder.useHttpStreamImplementation(nowhere);
    builder.useProtocolsStreamImplementation(nowhere, Set.of("file", "jar"));
    run(builder);
    return bytes.toByteArray();
  }

  /** The libraries log through whatever the thread's loader shows them: only what is here. */
  private static void run(PdfRendererBuilder builder) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    thread.setContextClassLoader(PdfDocument.class.getClassLoader());
    try {
      builder.run();
    } catch (RuntimeException e) {
      throw new IOException("the page can't be laid out: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private static void addFonts(PdfRendererBuilder builder) {
    font(builder, SERIF, "LiberationSerif-Regular", REGULAR, FontStyle.NORMAL);
    font(builder, SERIF, "LiberationSerif-Italic", REGULAR, FontStyle.ITALIC);
    font(builder, SERIF, "LiberationSerif-Bold", BOLD, FontStyle.NORMAL);
    font(builder, SERIF, "LiberationSerif-BoldItalic", BOLD, FontStyle.ITALIC);
    font(builder, SANS, "LiberationSans-Regular", REGULAR, FontStyle.NORMAL);
    font(builder, SANS, "LiberationSans-Italic", REGULAR, FontStyle.ITALIC);
    font(builder, SANS, "LiberationSans-Bold", BOLD, FontStyle.NORMAL);
    font(builder, SANS, "LiberationSans-BoldItalic", BOLD, FontStyle.ITALIC);
    font(builder, MONO, "LiberationMono-Regular", REGULAR, FontStyle.NORMAL);
  }

  private static void font(
      PdfRendererBuilder builder, String family, String file, int weight, FontStyle style) {
    String resource = "liberation/" + file + ".ttf";
    builder.useFont(
        () -> PdfDocument.class.getResourceAsStream(resource), family, weight, style, true);
  }

  private static FSStream refuse(String uri) {
    return new FSStream() {
      @Override
      public InputStream getStream() {
        return InputStream.nullInputStream();
      }

      @Override
      public Reader getReader() {
        return Reader.nullReader();
      }
    };
  }
}
