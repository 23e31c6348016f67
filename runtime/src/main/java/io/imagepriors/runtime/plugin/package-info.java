/**
 * How jars become plug-ins: the extender turns the providers of started bundles into services, the
 * plug-in folder turns files into bundles.
 */
package io.imagepriors.runtime.plugin;
