package io.imagepriors.runtime.command;

import io.imagepriors.catalog.Kind;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Prints help. */
final class Usage {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 100;

  private Usage() {}

  /** Help for one command with the options that {@code line} knows. */
  static void print(CommandLine line, Signature signature, Session session) {
    Console console = session.console();
    line.setUsageHelpWidth(Math.max(NARROWEST, Math.min(console.columns(), WIDEST)));
    line.setUsageHelpLongOptionsMaxWidth(28);
    line.getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(true)
        .sortOptions(false)
        .optionListHeading("%nOptions:%n")
        .parameterListHeading("%nWords:%n")
        .synopsisHeading("Usage: ");
    line.usage(console.out(), CommandLine.Help.defaultColorScheme(ansi(console)));
    if (signature.choices().stream().anyMatch(choice -> choice.kind() == Kind.DEGRADATION)) {
      console
          .out()
          .println(
              """

              A choice takes settings too, as in --degradation mask:hole=10,seed=3;
              --degradation.hole 10 sets one for that choice alone. Degradations joined by +
              follow one another, with the noise of the last: blur:gaussian=2+mask:hole=10.""");
    }
    if (!signature.examples().isEmpty()) {
      console.out().println("\nExamples:");
      signature.examples().forEach(e -> console.out().println("  priors " + e));
    }
  }

  /** What the program is and which commands it has. */
  static void printOverview(Session session) {
    PrintStream out = session.console().out();
    out.println("Usage: priors COMMAND OPTIONS    (priors alone: the interactive shell)");
    out.println("Restore images with learned priors that are plugged in.\n\nCommands:");
    printList(session.commands(), session.console());
    out.println("\npriors COMMAND --help explains one; priors --version tells the version.");
  }

  /** What a group of commands is for and which it has. */
  static void printGroup(CommandGroup group, Console console) {
    Signature signature = group.signature();
    console.out().println("Usage: priors " + signature.name() + " COMMAND OPTIONS");
    console.out().println(signature.summary() + "\n\nCommands:");
    printList(group.members(), console);
    console.out().println("\npriors " + signature.name() + " COMMAND --help explains one.");
  }

  private static void printList(Commands commands, Console console) {
    int width = commands.names().stream().mapToInt(String::length).max().orElse(0);
    for (String name : commands.names()) {
      String summary = commands.get(name).signature().summary();
      console
          .out()
          .println("  " + bold(name, console) + " ".repeat(width - name.length() + 2) + summary);
    }
  }

  private static String bold(String text, Console console) {
    return console.colourOut() ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private static Ansi ansi(Console console) {
    return console.colourOut() ? Ansi.ON : Ansi.OFF;
  }
}
