package io.imagepriors.runtime.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Keys with certificates, made by the JDK's keytool, to sign jars with. */
final class KeyRing {
  static final String PASSWORD = "for tests";

  /** Without the costly protection of keys that are worth nothing. */
  private static final List<String> CHEAP =
      List.of(
          "-J-XX:TieredStopAtLevel=1",
          "-J-Dkeystore.pkcs12.keyPbeIterationCount=1",
          "-J-Dkeystore.pkcs12.certPbeIterationCount=1",
          "-J-Dkeystore.pkcs12.macIterationCount=1");

  private final Path folder;
  private final Path keys;

  /** An empty ring. */
  KeyRing(Path folder) {
    this.folder = folder;
    this.keys = folder.resolve("keys.p12");
  }

  /** Makes a key whose certificate is for {@code CN=alias}, with options of keytool. */
  void add(String alias, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(CHEAP);
    command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    if (!List.of(options).contains("-keyalg")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + ": " + said);
    }
  }

  /** A jar, signed. */
  byte[] sign(String alias, byte[] jar) throws Exception {
    return sign(alias, jar, builder -> builder);
  }

  /** A jar, signed in a way of its own. */
  byte[] sign(String alias, byte[] jar, UnaryOperator<JarSigner.Builder> way) throws Exception {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    KeyStore.PrivateKeyEntry key =
        (KeyStore.PrivateKeyEntry)
            store.getEntry(alias, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    Path unsigned = Files.write(folder.resolve("unsigned.jar"), jar);
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(unsigned.toFile())) {
      way.apply(new JarSigner.Builder(key).signerName(alias)).build().sign(zip, signed);
    }
    return signed.toByteArray();
  }

  /** Writes a key store with certificates of this ring, and no key. */
  Path trustStore(String name, String... aliases) throws Exception {
    KeyStore trusting = KeyStore.getInstance("PKCS12");
    trusting.load(null, null);
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    for (String alias : aliases) {
      Certificate certificate = store.getCertificate(alias);
      trusting.setCertificateEntry(alias, certificate);
    }
    Path file = folder.resolve(name);
    write(trusting, file);
    return file;
  }

  /** The file that holds the keys themselves. */
  Path keys() {
    return keys;
  }

  private static void write(KeyStore store, Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    } catch (IOException e) {
      throw new IllegalStateException(file + " can't be written", e);
    }
  }
}
