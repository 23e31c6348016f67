package io.imagepriors.runtime.command.plugins;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Prior;
import io.imagepriors.runtime.catalog.Entry;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.Operands;
import io.imagepriors.runtime.command.Signature;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything a plug-in says of itself, and where it comes from. */
public final class InfoCommand implements Command {

  /** One parameter in {@code --json}. */
  private record Setting(
      String name, String help, String rule, String defaultValue, List<String> choices) {}

  /** One plug-in in {@code --json}. */
  private record Card(
      String kind,
      String name,
      String summary,
      Map<String, String> facts,
      List<Setting> parameters,
      String version,
      String bundle,
      String file,
      String since,
      boolean shadowed) {}

  @Override
  public Signature signature() {
    return Signature.of("info", "explain one plug-in: parameters, facts, origin")
        .operands(Operands.plugin("NAME", "the name of a plug-in of any kind"))
        .answersWithData()
        .example("info uniform")
        .example("info mask --json");
  }

  @Override
  public int run(Invocation in) {
    String name = in.operands().get(0);
    List<Card> cards =
        in.catalog().entries().stream()
            .filter(entry -> entry.name().equals(name))
            .map(InfoCommand::card)
            .toList();
    if (cards.isEmpty()) {
      throw InvalidInputException.unknown(
          "plug-in",
          name,
          in.catalog().entries().stream().map(Entry::name).distinct().sorted().toList());
    }
    if (in.wantsJson()) {
      in.printJson(cards);
    } else {
      cards.forEach(card -> print(card, in.out()));
    }
    return ExitCode.OK;
  }

  private static Card card(Entry<?> entry) {
    Descriptor descriptor = entry.plugin().descriptor();
    Map<String, String> facts = new LinkedHashMap<>();
    if (entry.plugin() instanceof Prior prior) {
      facts.put("shape", prior.shape().toString());
    }
    facts.putAll(descriptor.facts());
    return new Card(
        entry.kind().label(),
        entry.name(),
        descriptor.summary(),
        facts,
        descriptor.parameters().stream().<Setting>map(InfoCommand::setting).toList(),
        entry.origin().version().toString(),
        entry.origin().bundle(),
        entry.origin().file(),
        entry.since().toString(),
        entry.shadowed());
  }

  private static <T> Setting setting(Parameter<T> parameter) {
    return new Setting(
        parameter.name(),
        parameter.help(),
        parameter.rule(),
        parameter.format(parameter.defaultValue()),
        parameter.choices());
  }

  private static void print(Card card, PrintStream out) {
    out.println(card.kind() + " " + card.name() + (card.shadowed() ? " (shadowed)" : ""));
    out.println("  " + card.summary());
    if (!card.parameters().isEmpty()) {
      out.println("  parameters");
      for (Setting s : card.parameters()) {
        String value = s.defaultValue().isEmpty() ? "" : ", default " + s.defaultValue();
        out.println("    " + s.name() + ": " + s.help() + "; must " + s.rule() + value);
      }
    }
    if (!card.facts().isEmpty()) {
      out.println("  facts");
      card.facts().forEach((key, value) -> out.println("    " + key + ": " + value));
    }
    out.println("  from " + card.file());
    out.println("  bundle " + card.bundle() + " " + card.version() + ", since " + card.since());
  }
}
