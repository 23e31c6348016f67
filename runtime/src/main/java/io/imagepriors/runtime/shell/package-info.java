/**
 * The ways in: one-shot from the system's shell, lines from a pipe, the interactive shell, and the
 * shell of a container that is not ours.
 *
 * <p>The launcher and this package share nothing but JDK types and OSGi's.
 */
package io.imagepriors.runtime.shell;
