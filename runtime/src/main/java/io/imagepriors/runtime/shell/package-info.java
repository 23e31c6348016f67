/**
 * The ways in: one-shot from the system's shell, lines from a pipe, and the interactive shell.
 *
 * <p>The launcher and this package share nothing but JDK types and OSGi's.
 */
package io.imagepriors.runtime.shell;
