package io.imagepriors.runtime.trust;

import io.imagepriors.api.FileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * One look over a jar that claims to be signed. The JDK checks the signatures and each entry
 * against its digest; what is checked here is that nothing is left outside of them: every entry is
 * signed by a trusted certificate, no signed entry is missing, every signature covers the whole
 * manifest, and no name stands twice, which two readers could read differently.
 *
 * <p>Not thread-safe.
 */
final class SignedJar {
  private static final Pattern SIGNATURE_FILE = Pattern.compile("META-INF/[^/]+\\.SF");
  private static final Pattern SIGNATURE_BLOCK = Pattern.compile("META-INF/[^/]+\\.(RSA|DSA|EC)");
  private static final long LARGEST_METADATA = 16 << 20;

  private final Path name;
  private final JarFile jar;
  private final List<JarEntry> entries;
  private final TrustStore store;
  private final Instant now;
  private final Map<CodeSigner, Optional<String>> faults = new HashMap<>();

  private SignedJar(Path name, JarFile jar, TrustStore store, Instant now) {
    this.name = name;
    this.jar = jar;
    this.entries = Collections.list(jar.entries());
    this.store = store;
    this.now = now;
  }

  /**
   * Lets a jar pass whose every entry is signed by a trusted certificate.
   *
   * @throws FileException if one is not; the message says which and why
   * @throws IOException if it is no jar
   */
  static void require(Path file, TrustStore store, Instant now) throws IOException {
    Path name = file.getFileName();
    try (JarFile jar = new JarFile(file.toFile(), true)) {
      new SignedJar(name, jar, store, now).require();
    } catch (SecurityException e) { // how the JDK says that bytes are not those that were signed
      throw FileException.unusable(name, "what was signed", "something else: " + e.getMessage());
    }
  }

  private void require() throws IOException {
    Set<String> names = requireNames();
    if (!names.contains(JarFile.MANIFEST_NAME) || count(SIGNATURE_FILE) == 0) {
      throw unsigned("one without a signature");
    }
    Manifest manifest = jar.getManifest();
    for (JarEntry entry : entries) {
      if (!isMetadata(entry.getName())) {
        requireSigned(entry, manifest);
      }
    }
    if (!faults.containsValue(Optional.<String>empty())) { // a signature of nothing proves nothing
      throw unsigned("one without a signed entry");
    }
    requireWholeManifest();
    for (String signed : manifest.getEntries().keySet()) {
      if (!names.contains(signed)) {
        throw unusable("the entry " + signed + ", which was signed", "a jar without it");
      }
    }
  }

  private Set<String> requireNames() throws IOException {
    Set<String> names = new HashSet<>();
    for (JarEntry entry : entries) {
      String entryName = entry.getName();
      boolean manifest = entryName.equalsIgnoreCase(JarFile.MANIFEST_NAME);
      if (!names.add(entryName) || (manifest && !entryName.equals(JarFile.MANIFEST_NAME))) {
        throw unusable("each entry once", entryName + " again");
      }
      if (isMetadata(entryName) && entry.getSize() > LARGEST_METADATA) {
        throw unusable(entryName + " of at most " + LARGEST_METADATA + " bytes", entry.getSize());
      }
    }
    return names;
  }

  private void requireSigned(JarEntry entry, Manifest manifest) throws IOException {
    long length;
    try (InputStream in = jar.getInputStream(entry)) {
      length = in.transferTo(OutputStream.nullOutputStream());
    }
    if (entry.isDirectory() && length == 0) {
      return; // a name alone, which jarsigner never signs
    }
    CodeSigner[] signers = entry.getCodeSigners();
    Attributes section = manifest.getAttributes(entry.getName());
    if (signers == null || section == null || !Digests.claimStrong(section, "-Digest")) {
      throw unusable(
          "every entry signed, by algorithms that are still safe", entry.getName() + " without");
    }
    List<Optional<String>> found = Arrays.stream(signers).map(this::fault).toList();
    if (found.stream().noneMatch(Optional::isEmpty)) {
      throw unsigned(found.get(0).orElseThrow());
    }
  }

  private Optional<String> fault(CodeSigner signer) {
    return faults.computeIfAbsent(signer, s -> store.fault(s.getSignerCertPath(), now));
  }

  /** Else the manifest's main attributes, which a framework obeys, could be anybody's. */
  private void requireWholeManifest() throws IOException {
    byte[] manifest = bytes(JarFile.MANIFEST_NAME);
    for (JarEntry entry : entries) {
      if (SIGNATURE_FILE.matcher(entry.getName()).matches()) {
        try (InputStream in = jar.getInputStream(entry)) {
          Attributes claims = new Manifest(in).getMainAttributes();
          if (!Digests.match(manifest, claims, "-Digest-Manifest")) {
            throw unusable("signatures of the whole manifest", entry.getName() + " of another");
          }
        }
      }
    }
  }

  private byte[] bytes(String entry) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getJarEntry(entry))) {
      return in.readAllBytes();
    }
  }

  private long count(Pattern kind) {
    return entries.stream().filter(entry -> kind.matcher(entry.getName()).matches()).count();
  }

  /** What can't be signed, since it is the signature. */
  private static boolean isMetadata(String entry) {
    return entry.equals(JarFile.MANIFEST_NAME)
        || SIGNATURE_FILE.matcher(entry).matches()
        || SIGNATURE_BLOCK.matcher(entry).matches();
  }

  private FileException unsigned(String found) {
    return unusable("a jar signed by " + store.description(), found);
  }

  private FileException unusable(String expected, Object found) {
    return FileException.unusable(name, expected, found);
  }
}
