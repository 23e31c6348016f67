/** The same networks on another platform, in a process of its own, to be timed side by side. */
package io.imagepriors.runtime.bench.peer;
