/**
 * The classifier and the trainer named digit-classifier. Nothing here is for others to compile
 * against.
 */
package io.imagepriors.classifiers.digits;
