/** The command that proves plug-ins right with the conformance battery. */
package io.imagepriors.runtime.command.verification;
