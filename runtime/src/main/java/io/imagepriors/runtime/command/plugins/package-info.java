/** Commands that tell what is plugged in and whether the machine is fit for it. */
package io.imagepriors.runtime.command.plugins;
