/** Pages of HTML as PDF documents. */
@Export
@Version("1.0.0")
package io.imagepriors.pdf;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
