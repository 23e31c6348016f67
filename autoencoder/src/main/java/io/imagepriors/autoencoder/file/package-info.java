/** How this bundle writes files. */
package io.imagepriors.autoencoder.file;
