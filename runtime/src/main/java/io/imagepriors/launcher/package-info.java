/**
 * Starts Felix from a plain class path and hands the command line to the runtime bundle. This
 * package is on the launcher's side only: it shares nothing but JDK types with the bundle.
 */
package io.imagepriors.launcher;
