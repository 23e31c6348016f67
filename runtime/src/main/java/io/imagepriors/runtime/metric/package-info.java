/** How near a restored image is to the truth. */
package io.imagepriors.runtime.metric;
