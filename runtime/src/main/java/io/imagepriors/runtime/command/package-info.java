/**
 * The framework of the shell's commands.
 *
 * <h2>How to write a command</h2>
 *
 * <p>A command is a class with constants for its options, a signature that lists them, and a run.
 * Help, completion, {@code --json}, checks and error messages come from the signature; options of
 * the plug-ins that the user chooses appear by themselves.
 *
 * <pre>{@code
 * public final class ThinCommand implements Command {
 *   private static final Choice<Prior> PRIOR = Choice.option(Kind.PRIOR);
 *   private static final Option<Optional<Path>> OUT = Option.file("out", "the PNG to write");
 *   private static final ImageSelection IMAGES = ImageSelection.of("test[0:16]");
 *
 *   public Signature signature() {
 *     return Signature.of("thin", "make digits thinner")
 *         .choices(PRIOR, IMAGES.dataset())
 *         .options(IMAGES.split(), OUT)
 *         .answersWithData() // adds --json
 *         .example("thin --prior uniform --out thin.png");
 *   }
 *
 *   public int run(Invocation in) {
 *     Chosen<Prior> prior = in.one(PRIOR); // plug-in and its checked parameters
 *     LabelledImages images = IMAGES.load(in);
 *     PriorModel model = prior.plugin().bind(images.shape(), prior.parameters());
 *     try (ProgressBar bar = in.progress("thin")) {
 *       ... restorer.restore(..., bar); // a Monitor; Ctrl-C makes it say stop
 *     }
 *     in.requireNotCancelled(); // leaves with 130 if the user has said stop
 *     if (in.wantsJson()) {
 *       in.printJson(record);
 *     } else {
 *       in.out().println("...");
 *     }
 *     return ExitCode.OK;
 *   }
 * }
 * }</pre>
 *
 * <p>Then add one line to {@code CommandSet} in the shell package.
 *
 * <ul>
 *   <li>{@link io.imagepriors.runtime.command.Option} is a flag, a text, a file or anything an
 *       {@link io.imagepriors.api.Parameter} can be; read it with {@link
 *       io.imagepriors.runtime.command.Invocation#get}.
 *   <li>{@link io.imagepriors.runtime.command.Choice} lets the user choose a plug-in: {@code
 *       Choice.option(Kind.PRIOR)} is {@code --prior NAME}, required; {@code .orDefault("map")}
 *       makes it optional; {@code .many()} repeatable, {@code .orAll()} takes all there are where
 *       the user names none; {@code Choice.operand(Kind.TRAINER)} takes the first word instead. A
 *       value is a name with settings, {@code mask:hole=10,seed=3}; a prior may also be a model
 *       file, which is closed when the command ends.
 *   <li>{@link io.imagepriors.runtime.command.Operands} are the remaining words.
 *   <li>{@link io.imagepriors.runtime.command.ImageSelection} is the shared choice of images.
 *   <li>Print to {@code in.out()} and {@code in.err()}, never to {@code System.out}; {@link
 *       io.imagepriors.runtime.command.Console} says whether they are terminals, how wide, and
 *       whether colours are welcome. With {@code --json}, standard output holds one JSON document
 *       and nothing else: check {@code in.wantsJson()} before anything is printed there.
 *   <li>A command object is made for each run and may hold nothing but constants; look plug-ins up
 *       through the invocation, and keep none.
 *   <li>Throw {@link io.imagepriors.api.InvalidInputException} for what the user can mend: the
 *       runner prints one line and exits with 2. {@link io.imagepriors.api.WithdrawnException} is
 *       3, {@link io.imagepriors.runtime.command.CancelledException} 130, all else 1.
 * </ul>
 */
package io.imagepriors.runtime.command;
