/** Writes trained auto-encoders and classifiers as ONNX files. */
@Export
@Version("1.0.0")
package io.imagepriors.autoencoder.export;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
