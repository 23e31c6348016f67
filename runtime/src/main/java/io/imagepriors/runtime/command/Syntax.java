package io.imagepriors.runtime.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Turns a signature and the parameters of plug-ins into what picocli parses and explains. */
final class Syntax {
  private final Signature signature;
  private final Settings settings;
  private final Map<Choice<?>, List<String>> known;

  /**
   * A syntax that is still to be built.
   *
   * @param known the names that each choice can take, for help
   */
  Syntax(Signature signature, Settings settings, Map<Choice<?>, List<String>> known) {
    this.signature = signature;
    this.settings = settings;
    this.known = known;
  }

  /** A parser for these options; every value is kept as text. */
  CommandLine commandLine() {
    CommandSpec spec = CommandSpec.create().name("priors " + signature.name());
    spec.usageMessage().description(description());
    signature.choices().forEach(choice -> addChoice(spec, choice));
    signature.options().forEach(option -> spec.addOption(option(option)));
    addOperands(spec);
    addSettings(spec);
    CommandLine line = new CommandLine(spec);
    line.setExpandAtFiles(false);
    line.setInterpolateVariables(false);
    line.setPosixClusteredShortOptionsAllowed(false);
    return line;
  }

  private String[] description() {
    String summary = plain(signature.summary());
    return signature.details().isEmpty()
        ? new String[] {summary}
        : new String[] {summary, "", plain(signature.details())};
  }

  private void addChoice(CommandSpec spec, Choice<?> choice) {
    String help = plain(choice.help(known.getOrDefault(choice, List.of())));
    if (choice.isOperand()) {
      String label = choice.name().toUpperCase(Locale.ROOT);
      spec.addPositional(positional(choice, label).description(help).build());
      return;
    }
    spec.addOption(valued("--" + choice.name(), "NAME", help, choice.isMany()).build());
  }

  private static PositionalParamSpec.Builder positional(Choice<?> choice, String label) {
    PositionalParamSpec.Builder builder = PositionalParamSpec.builder().paramLabel(label);
    return choice.isMany()
        ? builder.index("0..*").arity("0..*").type(List.class).auxiliaryTypes(String.class)
        : builder.index("0").arity("0..1").type(String.class);
  }

  private static OptionSpec option(Option<?> option) {
    if (option == Signature.HELP) {
      return OptionSpec.builder("-h", "--help")
          .usageHelp(true)
          .description(plain(option.help()))
          .build();
    }
    String name = "--" + option.name();
    if (option.isFlag()) {
      return OptionSpec.builder(name)
          .arity("0")
          .type(boolean.class)
          .description(plain(option.help()))
          .build();
    }
    return valued(name, option.label(), plain(option.help()), false).build();
  }

  private static OptionSpec.Builder valued(String name, String label, String help, boolean many) {
    OptionSpec.Builder builder =
        OptionSpec.builder(name).arity("1").paramLabel(label).description(help);
    return many
        ? builder.type(List.class).auxiliaryTypes(String.class)
        : builder.type(String.class);
  }

  private void addOperands(CommandSpec spec) {
    Operands operands = signature.operands();
    if (operands.most() == 0) {
      return;
    }
    boolean afterChoice = signature.choices().stream().anyMatch(Choice::isOperand);
    int first = afterChoice ? 1 : 0;
    String last = operands.most() == Integer.MAX_VALUE ? "*" : "" + (first + operands.most() - 1);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(first + ".." + last)
            .arity(operands.least() + ".." + (operands.most() == 1 ? "1" : "*"))
            .type(List.class)
            .auxiliaryTypes(String.class)
            .required(false)
            .paramLabel(operands.label())
            .description(plain(operands.help()))
            .build());
  }

  /** Parameters under a heading for the plug-ins that share them; qualified names are hidden. */
  private void addSettings(CommandSpec spec) {
    Map<String, ArgGroupSpec.Builder> groups = new LinkedHashMap<>();
    settings
        .byName()
        .forEach(
            (name, owners) -> {
              if (!signature.hasOption(name)) {
                groups
                    .computeIfAbsent(Settings.names(owners), this::group)
                    .addArg(
                        valued(
                                "--" + name,
                                Option.label(settings.first(name)),
                                plain(settings.help(name)),
                                false)
                            .build());
              }
            });
    groups.values().forEach(group -> spec.addArgGroup(group.build()));
    settings
        .qualifiedNames()
        .forEach(
            name -> spec.addOption(valued("--" + name, "VALUE", "", false).hidden(true).build()));
  }

  private ArgGroupSpec.Builder group(String owners) {
    return ArgGroupSpec.builder()
        .validate(false)
        .multiplicity("0..1")
        .heading("%nParameters of " + plain(owners) + ":%n");
  }

  /** A text without meaning to picocli's formatter. */
  private static String plain(String text) {
    return text.replace("%", "%%").replace("@|", "@ |");
  }
}
