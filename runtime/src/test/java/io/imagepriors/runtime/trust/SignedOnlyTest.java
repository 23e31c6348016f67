package io.imagepriors.runtime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars and lists of models before the policy that wants them signed. */
class SignedOnlyTest {
  @TempDir static Path shared;
  private static KeyRing keys;
  private static TrustPolicy policy;

  @TempDir Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = new KeyRing(shared);
    keys.add("good");
    keys.add("stranger");
    keys.add("authority", "-ext", "bc:c");
    keys.add("employee", "-signer", "authority", "-ext", "eku=codeSigning");
    keys.add("server", "-signer", "authority", "-ext", "eku=serverAuth");
    keys.add("friend", "-signer", "good");
    keys.add("expired", "-startdate", "-20d", "-validity", "10");
    keys.add("leaver", "-signer", "authority", "-startdate", "-20d", "-validity", "10");
    keys.add("early", "-startdate", "+5d");
    keys.add("short", "-keyalg", "RSA", "-keysize", "1024");
    keys.add("weak", "-signer", "authority", "-sigalg", "SHA1withECDSA");
    Path store = keys.trustStore("trusted.p12", "good", "authority", "expired", "early", "short");
    policy =
        new SignedOnly(TrustStore.read(store, Optional.of(KeyRing.PASSWORD)), Clock.systemUTC());
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "employee"})
  void should_let_a_jar_pass_that_a_trusted_certificate_has_signed(String signer) throws Exception {
    Path jar = write(keys.sign(signer, JarContent.plain().bytes()));

    assertThatCode(() -> policy.requireJar(jar)).doesNotThrowAnyException();
  }

  @Test
  void should_let_a_jar_pass_that_somebody_else_has_signed_too() throws Exception {
    byte[] theirs = keys.sign("stranger", JarContent.plain().bytes());

    assertThatCode(() -> policy.requireJar(write(keys.sign("good", theirs))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "stranger, CN=stranger",
    "friend, CN=friend", // issued by a certificate that is trusted, yet not as an authority
    "server, not for signing code",
    "expired, expired on",
    "leaver, expired on",
    "early, not valid before",
    "short, 1024 bits is too short",
    "weak, SHA1withECDSA",
  })
  void should_refuse_a_signature_that_does_not_count(String signer, String reason)
      throws Exception {
    assertRefused(keys.sign(signer, JarContent.plain().bytes()), reason);
  }

  @Test
  void should_refuse_a_jar_without_a_signature() throws Exception {
    assertRefused(JarContent.plain().bytes(), "one without a signature");
    assertRefused(JarContent.plain().without(JarContent.MANIFEST).bytes(), "without a signature");
  }

  @Test
  void should_refuse_a_jar_of_nothing_but_a_manifest_and_a_claim() throws Exception {
    String manifest = JarContent.plain().text(JarContent.MANIFEST);
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(manifest.getBytes(StandardCharsets.UTF_8));
    String claim = "SHA-256-Digest-Manifest: " + Base64.getEncoder().encodeToString(sum);
    JarContent jar =
        new JarContent()
            .with(JarContent.MANIFEST, manifest)
            .with("META-INF/GOOD.SF", "Signature-Version: 1.0\r\n" + claim + "\r\n\r\n");

    assertRefused(jar.bytes(), "without a signed entry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA-1"})
  void should_refuse_digests_that_are_no_longer_safe(String algorithm) throws Exception {
    byte[] jar =
        keys.sign("good", JarContent.plain().bytes(), builder -> withDigest(builder, algorithm));

    assertRefused(jar, "still safe");
  }

  @Test
  void should_refuse_an_entry_that_was_added_after_signing() throws Exception {
    assertRefused(signed().with("plain/Extra.class", "code").bytes(), "plain/Extra.class without");
    assertRefused(signed().with("META-INF/SIG-EXTRA", "text").bytes(), "META-INF/SIG-EXTRA");
    assertRefused(signed().with("META-INF/services/more", "x").bytes(), "META-INF/services/more");
  }

  @Test
  void should_refuse_a_folder_with_content() throws Exception {
    byte[] jar = signed().with("plain/", "").with("plain/hidden", "evil").bytes();
    // A zip writer gives folders no content, so the name is made one afterwards.
    assertRefused(replaced(jar, "plain/hidden", "plain/hidde/"), "plain/hidde/ without");
  }

  @Test
  void should_refuse_an_entry_that_was_changed_after_signing() throws Exception {
    assertRefused(signed().with("plain/Door.class", "evil").bytes(), "plain/Door.class");
  }

  @Test
  void should_refuse_a_jar_that_lost_an_entry_after_signing() throws Exception {
    assertRefused(signed().without("plain/Door.class").bytes(), "plain/Door.class");
  }

  @Test
  void should_refuse_a_manifest_that_was_changed_after_signing() throws Exception {
    JarContent jar = signed();
    jar.with(JarContent.MANIFEST, activated(jar));

    assertRefused(jar.bytes(), "something else");
  }

  @Test
  void should_refuse_a_signature_that_does_not_cover_the_whole_manifest() throws Exception {
    byte[] sectionsOnly =
        keys.sign(
            "good",
            JarContent.plain().bytes(),
            builder -> builder.setProperty("sectionsonly", "true"));

    assertRefused(sectionsOnly, "whole manifest");
  }

  @Test
  void should_refuse_a_second_manifest_that_another_reader_could_take_for_the_first()
      throws Exception {
    JarContent jar = signed();
    String manifest = jar.text(JarContent.MANIFEST);
    jar.with(JarContent.MANIFEST, activated(jar)).with("meta-inf/manifest.mf", manifest);

    assertRefused(jar.bytes(), "again");
  }

  @Test
  void should_refuse_two_entries_of_one_name() throws Exception {
    byte[] jar = signed().with("plain/Dear.class", "evil").bytes();

    assertRefused(replaced(jar, "plain/Dear.class", "plain/Door.class"), "plain/Door.class");
  }

  @Test
  void should_trust_the_models_that_a_signed_list_names() throws Exception {
    Path model = Files.writeString(folder.resolve("a.onnx"), "listed");
    Path other = Files.writeString(folder.resolve("b.onnx"), "not listed");

    boolean changed = take(list("# ours\n\n" + Digests.sha256(model) + "  a.onnx\n", "good"));

    assertThat(changed).isTrue();
    assertThatCode(() -> policy.requireModel(model)).doesNotThrowAnyException();
    assertThatThrownBy(() -> policy.requireModel(other))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("b.onnx")
        .hasMessageContaining(Digests.sha256(other));
    assertThat(policy.description()).contains("CN=good", "trusted.p12", "(1)");
    assertThat(policy.takeModelList(Optional.empty())).isTrue();
    assertThatThrownBy(() -> policy.requireModel(model)).isInstanceOf(FileException.class);
  }

  @Test
  void should_keep_its_list_where_the_next_is_not_to_be_trusted() throws Exception {
    Path model = Files.writeString(folder.resolve("a.onnx"), "listed");
    String line = Digests.sha256(model) + " *a.onnx\n";
    take(list(line, "good"));

    assertThatThrownBy(() -> take(list("", "stranger"))).isInstanceOf(FileException.class);
    assertThatThrownBy(() -> take(list("no digest\n", "good"))).hasMessageContaining("'no digest'");
    assertThatThrownBy(() -> take(write(signed().bytes()))).hasMessageContaining("models.sha256");

    assertThatCode(() -> policy.requireModel(model)).doesNotThrowAnyException();
    assertThat(take(list(line + line, "good"))).as("the same models").isFalse();
    policy.takeModelList(Optional.empty());
  }

  @Test
  void should_say_what_to_do_instead_of_publishing() {
    assertThatThrownBy(policy::requireOpenToNewModels)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--output")
        .hasMessageContaining("trusted-models.jar");
  }

  private void assertRefused(byte[] bytes, String reason) throws Exception {
    Path jar = write(bytes);
    assertThatThrownBy(() -> policy.requireJar(jar))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith("file a.jar: ")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
  }

  private Path write(byte[] jar) throws Exception {
    return Files.write(folder.resolve("a.jar"), jar);
  }

  private Path list(String text, String signer) throws Exception {
    return write(keys.sign(signer, JarContent.plain().with("models.sha256", text).bytes()));
  }

  private static boolean take(Path list) throws Exception {
    return policy.takeModelList(Optional.of(list));
  }

  private static JarContent signed() throws Exception {
    return JarContent.of(keys.sign("good", JarContent.plain().bytes()));
  }

  private static String activated(JarContent jar) {
    return jar.text(JarContent.MANIFEST)
        .replaceFirst("Bundle-SymbolicName", "Bundle-Activator: evil.Door\r\nBundle-SymbolicName");
  }

  private static JarSigner.Builder withDigest(JarSigner.Builder builder, String algorithm) {
    try {
      return builder.digestAlgorithm(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(algorithm, e);
    }
  }

  /** Replaces a name by another of the same length, wherever it stands. */
  private static byte[] replaced(byte[] jar, String name, String by) {
    HexFormat hex = HexFormat.of();
    return hex.parseHex(
        hex.formatHex(jar)
            .replace(
                hex.formatHex(name.getBytes(StandardCharsets.UTF_8)),
                hex.formatHex(by.getBytes(StandardCharsets.UTF_8))));
  }
}
