/**
 * Everything a plug-in writer or an embedding application needs: values, services and errors.
 *
 * <p>Vocabulary: a {@link io.imagepriors.api.Prior} says how unlikely an image is, a {@link
 * io.imagepriors.api.Degradation} says what happened to it, a {@link io.imagepriors.api.Restorer}
 * undoes it, a {@link io.imagepriors.api.Classifier} judges the result. Each is a {@link
 * io.imagepriors.api.Plugin}: a named, described service whose {@code bind} gives an immutable
 * model to compute with. A bundle or jar offers its plug-ins through one {@link
 * io.imagepriors.api.PluginProvider}.
 *
 * <p>Images are grey or colour stacks of float32 in [0, 1], laid out image, channel, row, column
 * ({@link io.imagepriors.api.ImageStack}). Unless a type says otherwise, services, models and
 * values may be used by many threads at once; stacks are buffers with one owner.
 *
 * <p>Errors meant for people are {@link io.imagepriors.api.PriorsException}s: one line that names
 * the subject, the rule and the value. {@code null} is neither taken nor given anywhere.
 */
@Export
@Version("1.3.0")
package io.imagepriors.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
