package io.imagepriors.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} over the shipped priors: the page, and the document that a bundle prints. */
class ReportIT {
  private static final long MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void should_tell_all_in_one_page_and_print_it() throws Exception {
    ProcessRun run =
        ProcessRun.priors(
            folder,
            "report",
            "--split",
            "test[0:200]",
            "--count",
            "4",
            "--degradation",
            "mask:hole=10",
            "--restorer",
            "hybrid",
            "--restorer",
            "harmonic");

    assertThat(run.exit()).as(run.err()).isZero();
    Path report = folder.resolve("report");
    String page = Files.readString(report.resolve("report.html")).replace("&#x3D;", "=");
    assertThat(page)
        .contains("How naive fails", "The loss that mends it", "w = 400", "SHA-256 of uniform.onnx")
        .contains("In-painting", "./priors report naive uniform --degradation mask:hole=10")
        .doesNotContain("src=\"http", "href=", "url(", "{{");
    byte[] document = Files.readAllBytes(report.resolve("report.pdf"));
    assertThat(document).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    // What is committed or sent by mail shall stay small.
    assertThat(document.length).isBetween(100_000, (int) (5 * MEBIBYTE));
    assertThat(Files.size(report.resolve("report.html"))).isLessThan(5 * MEBIBYTE);
  }
}
