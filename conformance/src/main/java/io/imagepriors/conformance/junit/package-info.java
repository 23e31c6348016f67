/**
 * The checks as JUnit tests: an author extends the class of the plug-in's kind by one method and
 * gets one test for each check. Needs {@code junit-jupiter-api} on the class path.
 */
@Export
@Version("1.1.0")
package io.imagepriors.conformance.junit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
