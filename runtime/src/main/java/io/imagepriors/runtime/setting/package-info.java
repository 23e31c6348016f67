/** What the person who runs the platform has set: by properties, or in a file they can edit. */
package io.imagepriors.runtime.setting;
