/** Files that appear whole or not at all. */
package io.imagepriors.runtime.file;
