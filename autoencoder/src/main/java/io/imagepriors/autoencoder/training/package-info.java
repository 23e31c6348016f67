/**
 * Trains auto-encoders and classifiers with DJL's PyTorch engine. Needs DJL at run time, unlike all
 * else in this bundle; without it the trainers exist and say what is missing.
 */
@Export
@Version("1.0.0")
package io.imagepriors.autoencoder.training;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
