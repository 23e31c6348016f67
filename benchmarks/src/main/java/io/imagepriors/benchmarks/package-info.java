/**
 * Inner parts of restorations under JMH: run on request, and once in the tests so that they can't
 * rot. Whole steps and restorations are timed by the product's own {@code bench}.
 */
package io.imagepriors.benchmarks;
