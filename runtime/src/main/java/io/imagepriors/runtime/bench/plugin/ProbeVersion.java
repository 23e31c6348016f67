package io.imagepriors.runtime.bench.plugin;

import io.imagepriors.api.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * Which of many a probe is.
 *
 * @param name the plug-in's name, which tells its kind
 * @param serial different for each jar that was ever made
 * @param flavour what it computes, from 0: two jars of one flavour compute the same
 */
public record ProbeVersion(String name, long serial, int flavour) {
  /** The file in this package's folder of a jar that holds the version. */
  public static final String FILE = "probe.properties";

  /** The fact of a descriptor that holds the serial number. */
  public static final String SERIAL = "serial";

  /** The fact of a descriptor that holds the flavour. */
  public static final String FLAVOUR = "flavour";

  static ProbeVersion ofThisJar() {
    Properties properties = new Properties();
    try (InputStream in = ProbeVersion.class.getResourceAsStream(FILE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " can't be read", e);
    }
    return new ProbeVersion(
        properties.getProperty("name"),
        Long.parseLong(properties.getProperty(SERIAL)),
        Integer.parseInt(properties.getProperty(FLAVOUR)));
  }

  /** The content of {@link #FILE}. */
  public String toProperties() {
    return "name=" + name + "\n" + SERIAL + "=" + serial + "\n" + FLAVOUR + "=" + flavour + "\n";
  }

  Descriptor descriptor(String summary) {
    return Descriptor.of(name, summary)
        .withFact(SERIAL, String.valueOf(serial))
        .withFact(FLAVOUR, String.valueOf(flavour));
  }
}
