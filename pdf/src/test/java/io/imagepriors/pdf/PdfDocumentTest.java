package io.imagepriors.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfDocumentTest {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"/><title>A page</title>
      <style media="screen">body { display: grid; color: var(--x) }</style>
      <style>body { font-family: system-ui, "Liberation Serif" } h1 { font-family: "Liberation Sans" }</style>
      </head><body><h1>Priors</h1><p>E(x) = \u2016D(Enc(x)) \u2212 x\u2016, \u03c3 \u2264 \u00bd</p><p><b>bold</b></p></body></html>
      """;

  @Test
  void should_keep_the_text_with_its_formulas() throws IOException {
    try (PDDocument document = Loader.loadPDF(PdfDocument.of(PAGE))) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A page");
      assertThat(new PDFTextStripper().getText(document))
          .contains("Priors", "E(x) = \u2016D(Enc(x)) \u2212 x\u2016, \u03c3 \u2264 \u00bd");
    }
  }

  @Test
  void should_embed_every_font() throws IOException {
    try (PDDocument document = Loader.loadPDF(PdfDocument.of(PAGE))) {
      List<PDFont> fonts = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
      }

      assertThat(fonts).hasSize(3).allMatch(PDFont::isEmbedded);
    }
  }

  @Test
  void should_refuse_what_is_no_page() {
    assertThatThrownBy(() -> PdfDocument.of("<p>not closed")).isInstanceOf(IOException.class);
  }
}
