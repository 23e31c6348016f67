/**
 * Who may bring code and models into the process: which files of the plug-in folder are used. A
 * policy looks at a private copy of a file, and that copy is what is used afterwards.
 */
package io.imagepriors.runtime.trust;
