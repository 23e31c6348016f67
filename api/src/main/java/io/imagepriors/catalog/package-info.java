/**
 * For programs that use plug-ins: what is plugged in now, by kind and name, from which file, since
 * when, and why something is not.
 *
 * <p>Inside a running platform {@link io.imagepriors.catalog.Catalog} is a service, and changes as
 * files are dropped in; on a plain class path {@link io.imagepriors.catalog.ClassPathCatalog} is
 * the same without OSGi. Authors of plug-ins do not need this package.
 */
@Export
@Version("1.1.0")
package io.imagepriors.catalog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
