/** Serves priors and classifiers from ONNX files by ONNX Runtime alone. */
@Export
@Version("1.0.0")
package io.imagepriors.autoencoder.inference;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
