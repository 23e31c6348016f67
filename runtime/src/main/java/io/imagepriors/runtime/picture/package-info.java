/** Pictures as files, as contact sheets and in the terminal. */
package io.imagepriors.runtime.picture;
