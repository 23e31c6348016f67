package io.imagepriors.runtime.stream;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.runtime.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file beside results that says by what settings they were made, so that results of others are
 * never taken for them: a JSON object of texts.
 */
public final class Manifest {
  private final Path file;

  /** A manifest that may not be there yet. */
  public Manifest(Path file) {
    this.file = file;
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Writes the settings of a run that begins. */
  public void write(Map<String, String> settings) {
    String json =
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(settings);
    AtomicFile.write(file, json + "\n");
  }

  /**
   * Requires that a run goes on with the settings it was begun with.
   *
   * @throws FileException if the file can't be read
   * @throws InvalidInputException if a setting differs; it names the first
   */
  public void require(Map<String, String> settings) {
    Map<String, String> before = read();
    Map<String, String> all = new LinkedHashMap<>(before);
    settings.forEach(all::putIfAbsent);
    for (String name : all.keySet()) {
      String was = before.getOrDefault(name, "nothing");
      String is = settings.getOrDefault(name, "nothing");
      if (!was.equals(is)) {
        throw new InvalidInputException(
            "results that "
                + file
                + " speaks for were made with "
                + name
                + " = "
                + was
                + ", not "
                + is
                + ": name another --out, or give --overwrite to begin anew");
      }
    }
  }

  private Map<String, String> read() {
    try {
      Map<String, String> settings = new LinkedHashMap<>();
      JsonParser.parseString(Files.readString(file))
          .getAsJsonObject()
          .asMap()
          .forEach((name, value) -> settings.put(name, value.getAsString()));
      return settings;
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      throw FileException.unusable(file, "a JSON object of settings", "something else");
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    }
  }
}
