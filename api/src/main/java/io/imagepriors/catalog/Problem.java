package io.imagepriors.catalog;

import java.time.Instant;

/**
 * Why something is not plugged in.
 *
 * @param source the file or bundle, for people
 * @param reason one line
 * @param since when it was found
 */
public record Problem(String source, String reason, Instant since) {}
