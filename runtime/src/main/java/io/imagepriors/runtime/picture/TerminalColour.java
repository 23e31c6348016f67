package io.imagepriors.runtime.picture;

/** What a terminal can show. */
public enum TerminalColour {
  /** 24-bit colour by ANSI sequences, and half blocks. */
  TRUE_COLOUR,
  /** The usual palette of 256 colours, and half blocks. */
  PALETTE_256,
  /** Plain ASCII, no colour and no block characters. */
  NONE
}
