/** The door of this bundle: the degradations and restorers that come with the product. */
package io.imagepriors.tasks;
