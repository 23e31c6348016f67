/**
 * The battery of checks that a plug-in must pass: the same for the product's {@code verify} command
 * and for the tests of a plug-in's author.
 *
 * <p>A {@link io.imagepriors.conformance.Conformance} is a plug-in with all that is needed to try
 * it; there is one for each kind. It gives {@link io.imagepriors.conformance.Check}s, and each of
 * them one {@link io.imagepriors.conformance.Finding}:
 *
 * <pre>{@code
 * for (Finding finding : PriorConformance.of(prior).run()) {
 *   System.out.println(finding);
 * }
 * }</pre>
 *
 * <p>Closing, and whether a plug-in's code can go afterwards, are tried with copies: {@code
 * withProvider} names the class that gives them, and their code is loaded anew.
 *
 * <p>No check throws, and none runs longer than its time limit. The package needs the api alone;
 * classes to extend for JUnit are in {@code io.imagepriors.conformance.junit}.
 */
@Export
@Version("1.1.0")
package io.imagepriors.conformance;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
