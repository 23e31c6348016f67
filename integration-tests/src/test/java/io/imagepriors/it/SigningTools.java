package io.imagepriors.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Keys and signatures as docs/trust.md has users make them: by the JDK's keytool and jarsigner. */
final class SigningTools {
  private static final String PASSWORD = "for tests";

  private final Path folder;

  /** Tools that keep their keys in a folder. */
  SigningTools(Path folder) {
    this.folder = folder;
  }

  /** Makes a key and exports its certificate. */
  void key(String alias) throws Exception {
    String subject = "CN=" + alias;
    keytool("keys.p12", "-genkeypair", "-alias", alias, "-dname", subject, "-keyalg", "EC");
    keytool("keys.p12", "-exportcert", "-alias", alias, "-file", certificate(alias));
  }

  /** The settings under which files must be signed by that key. */
  Map<String, String> trusting(String alias) throws Exception {
    keytool(
        "trusted.p12", "-importcert", "-noprompt", "-alias", alias, "-file", certificate(alias));
    return Map.of(
        "plugins.trust",
        "signed",
        "plugins.trust.store",
        folder.resolve("trusted.p12").toString(),
        "plugins.trust.store.password",
        PASSWORD);
  }

  /** Signs a jar in place. */
  Path sign(String alias, Path jar) throws Exception {
    String keys = folder.resolve("keys.p12").toString();
    tool("jarsigner", List.of("-keystore", keys, "-storepass", PASSWORD, jar.toString(), alias));
    return jar;
  }

  /** Makes and signs the list of some models. */
  Path modelList(String alias, byte[]... models) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (byte[] model : models) {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(model);
      lines.append(HexFormat.of().formatHex(sum)).append("  a.onnx\n");
    }
    return sign(alias, Files.write(folder.resolve("trusted-models.jar"), jar(lines.toString())));
  }

  private static byte[] jar(String list) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new JarEntry("models.sha256"));
      jar.write(list.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private String certificate(String alias) {
    return folder.resolve(alias + ".cer").toString();
  }

  private void keytool(String store, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-keystore", folder.resolve(store).toString(), "-storepass", PASSWORD));
    tool("keytool", all);
  }

  private void tool(String name, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
    command.add("-J-XX:TieredStopAtLevel=1");
    command.addAll(arguments);
    ProcessRun run = ProcessRun.of(folder, command);
    if (run.exit() != 0) {
      throw new IllegalStateException(command + ": " + run.out() + run.err());
    }
  }
}
