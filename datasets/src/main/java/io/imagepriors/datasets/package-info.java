/**
 * Image collections as plug-ins: the embedded {@code digits}, {@code mnist} for folders in MNIST's
 * file format, and {@code pictures} for folders of PNG and JPEG files. The package has one public
 * type, the provider; everything else is reached through {@link io.imagepriors.api.Dataset}.
 */
package io.imagepriors.datasets;
