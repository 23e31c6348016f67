package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.bench.Site;
import io.imagepriors.runtime.command.Publication;
import io.imagepriors.runtime.trust.TrustPolicy;
import java.nio.file.Path;

/**
 * The product as its own launcher started it.
 *
 * @param plugins the folder where plug-ins are dropped
 * @param publication plugs in what a command has made
 * @param trust which files of that folder are used
 * @param site where benchmarks work
 */
record Installation(Path plugins, Publication publication, TrustPolicy trust, Site site) {}
