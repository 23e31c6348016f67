/** The commands that degrade, restore, compare and evaluate. */
package io.imagepriors.runtime.command.restoration;
