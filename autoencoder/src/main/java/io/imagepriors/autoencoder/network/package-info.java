/**
 * The one description of an auto-encoder, or of a classifier, from which the trained block, the
 * inference graphs and the graph of the energy's gradient are all made.
 */
@Export
@Version("1.0.0")
package io.imagepriors.autoencoder.network;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
