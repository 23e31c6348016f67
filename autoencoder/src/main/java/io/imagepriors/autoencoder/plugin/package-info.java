/**
 * What the jar of an auto-encoder prior is made of. Needs Guice, unlike the rest of this bundle.
 */
@Export
@Version("1.0.0")
package io.imagepriors.autoencoder.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
