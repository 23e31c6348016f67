/** The images of a training: how chance is drawn and which images are held back. */
package io.imagepriors.autoencoder.data;
