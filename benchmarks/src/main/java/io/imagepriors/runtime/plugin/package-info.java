/** The benchmark of what this package's guard costs. */
package io.imagepriors.runtime.plugin;
