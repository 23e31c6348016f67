package io.imagepriors.runtime.command;

import io.imagepriors.catalog.Catalog;

/**
 * The surroundings of one run.
 *
 * @param catalog what is plugged in
 * @param commands the commands there are
 * @param console where to print
 * @param cancellation the user's wish to stop
 */
public record Session(
    Catalog catalog, Commands commands, Console console, Cancellation cancellation) {}
