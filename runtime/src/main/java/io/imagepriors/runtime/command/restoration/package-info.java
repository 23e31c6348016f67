/** The commands that degrade, restore and compare. */
package io.imagepriors.runtime.command.restoration;
