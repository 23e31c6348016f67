/**
 * The programs behind the claims of {@code docs/theory.md}. Each class with a {@code main} is one
 * experiment: seeded, on one thread, printing a table and writing its figure into the folder that
 * its argument names.
 */
package io.imagepriors.experiments;
