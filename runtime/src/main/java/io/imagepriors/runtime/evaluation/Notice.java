package io.imagepriors.runtime.evaluation;

/**
 * A combination that gave no result, and why.
 *
 * @param prior the prior's label
 * @param degradation the degradation's label
 * @param restorer the restorer's label
 * @param reason one line
 */
public record Notice(String prior, String degradation, String restorer, String reason) {}
