/**
 * Takes any number of pictures from disk to disk in bounded memory, and goes on where it was
 * killed.
 */
package io.imagepriors.runtime.stream;
