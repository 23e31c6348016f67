package io.imagepriors.runtime.setting;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The settings of one platform. The value of a key is the property {@code imagepriors.KEY}, which a
 * host application or {@code java -D} gives; without it, the line {@code KEY=VALUE} of the settings
 * file, if there is such a file. Immutable.
 */
public final class PlatformSettings {
  /** The property that names the settings file. */
  public static final String FILE_PROPERTY = "imagepriors.settings.file";

  /** The property that lists, separated by commas, the keys that the host application has set. */
  public static final String GIVEN_PROPERTY = "imagepriors.settings.given";

  /** Milliseconds between two looks at the plug-in folder. */
  public static final String POLL = "plugins.poll";

  /** Seconds that a plug-in's bundle may take to start. */
  public static final String START_LIMIT = "plugins.start-limit";

  /** Which files of the plug-in folder are used: {@code all} or {@code signed}. */
  public static final String TRUST = "plugins.trust";

  /** The key store with the certificates that are trusted. */
  public static final String TRUST_STORE = "plugins.trust.store";

  /** The key store's password. */
  public static final String TRUST_STORE_PASSWORD = "plugins.trust.store.password";

  /** What holds where {@link #POLL} is not set. */
  public static final int USUAL_POLL_MILLIS = 100;

  private static final List<String> KEYS =
      List.of(POLL, START_LIMIT, TRUST, TRUST_STORE, TRUST_STORE_PASSWORD);
  private static final String PREFIX = "imagepriors.";
  private static final String PLUGINS_PREFIX = PREFIX + "plugins.";

  private final UnaryOperator<String> properties;
  private final Properties lines;
  private final Path base;

  private PlatformSettings(UnaryOperator<String> properties, Properties lines, Path base) {
    this.properties = properties;
    this.lines = lines;
    this.base = base;
  }

  /**
   * Reads the settings.
   *
   * @param properties gives the value of a property, or null; asked again at each look-up
   * @throws InvalidInputException if the file can't be read, or a key is unknown: a misspelt
   *     setting must not pass for one that was never made
   */
  public static PlatformSettings read(UnaryOperator<String> properties) {
    Properties lines = new Properties();
    Path base = Path.of("");
    String name = properties.apply(FILE_PROPERTY);
    if (name != null) {
      Path file = Path.of(name).toAbsolutePath();
      base = file.getParent();
      load(file, lines);
    }
    Stream<String> given = Stream.ofNullable(properties.apply(GIVEN_PROPERTY));
    Stream.concat(
            lines.stringPropertyNames().stream(),
            Stream.concat(given.flatMap(keys -> Stream.of(keys.split(","))), systemKeys()))
        .filter(key -> !key.isEmpty())
        .forEach(PlatformSettings::requireKnown);
    return new PlatformSettings(properties, lines, base);
  }

  private static void load(Path file, Properties lines) {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    } catch (IllegalArgumentException e) {
      throw FileException.unusable(file, "lines of KEY=VALUE", e.getMessage());
    }
  }

  private static Stream<String> systemKeys() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(property -> property.startsWith(PLUGINS_PREFIX))
        .map(property -> property.substring(PREFIX.length()));
  }

  private static void requireKnown(String key) {
    if (!KEYS.contains(key)) {
      throw InvalidInputException.unknown("setting", key, KEYS);
    }
  }

  /**
   * Milliseconds between two looks at the plug-in folder.
   *
   * @throws InvalidInputException if the setting is no whole number, or not from 1 to 60,000
   */
  public int pollMillis() {
    return whole(POLL, 1, 60_000).orElse(USUAL_POLL_MILLIS);
  }

  /** The value of a key, if it is set. */
  public Optional<String> text(String key) {
    return property(key).or(() -> Optional.ofNullable(lines.getProperty(key)).map(String::strip));
  }

  /**
   * The value of a key as a path. One in the settings file is relative to the file's folder.
   *
   * @throws InvalidInputException if it is no path
   */
  public Optional<Path> path(String key) {
    Path from = property(key).isPresent() ? Path.of("") : base;
    try {
      return text(key).map(value -> from.resolve(value).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw InvalidInputException.of("setting " + key, "be a path", e.getInput());
    }
  }

  /**
   * The value of a key as a whole number.
   *
   * @throws InvalidInputException if it is none, or not from {@code least} to {@code most}
   */
  public Optional<Integer> whole(String key, int least, int most) {
    return text(key).map(value -> whole(key, value, least, most));
  }

  private static int whole(String key, String value, int least, int most) {
    String rule = "be a whole number from " + least + " to " + most;
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new InvalidInputException("setting " + key + " must " + rule + ", got " + value, e);
    }
    throw InvalidInputException.of("setting " + key, rule, value);
  }

  private Optional<String> property(String key) {
    return Optional.ofNullable(properties.apply(PREFIX + key)).map(String::strip);
  }
}
