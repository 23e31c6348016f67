/**
 * Figures: how near a restored image is to the truth, how far one set of images is from another,
 * how well scores part members from outliers, and how certain a figure is.
 */
package io.imagepriors.runtime.metric;
