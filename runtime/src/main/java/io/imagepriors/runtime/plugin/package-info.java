/**
 * How jars become plug-ins: the extender turns the providers of started bundles into services, the
 * plug-in folder turns jars into bundles and model files into priors.
 */
package io.imagepriors.runtime.plugin;
