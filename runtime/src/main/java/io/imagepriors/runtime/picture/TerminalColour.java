package io.imagepriors.runtime.picture;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a terminal can show. */
public enum TerminalColour {
  /** 24-bit colour by ANSI sequences, and half blocks. */
  TRUE_COLOUR,
  /** The usual palette of 256 colours, and half blocks. */
  PALETTE_256,
  /** Plain ASCII, no colour and no block characters. */
  NONE;

  /**
   * What the terminal of this process shows, by the customs of its environment: {@code COLORTERM}
   * is {@code truecolor} or {@code 24bit} where there is 24-bit colour, and the first of {@code
   * LC_ALL}, {@code LC_CTYPE}, {@code LANG} that is set names another encoding than UTF-8 where
   * block characters can't be shown.
   *
   * @param coloured whether colours are welcome at all
   * @param environment the process's environment
   */
  public static TerminalColour of(boolean coloured, Map<String, String> environment) {
    if (!coloured || !showsBlocks(environment)) {
      return NONE;
    }
    String depth = environment.getOrDefault("COLORTERM", "");
    return depth.equals("truecolor") || depth.equals("24bit") ? TRUE_COLOUR : PALETTE_256;
  }

  private static boolean showsBlocks(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("UTF-8")
            .toLowerCase(Locale.ROOT);
    return !locale.contains(".") || locale.contains("utf-8") || locale.contains("utf8");
  }
}
