package io.imagepriors.runtime.command.plugins;

import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Plugin;
import io.imagepriors.catalog.Catalog;
import io.imagepriors.catalog.Entry;
import io.imagepriors.runtime.command.Command;
import io.imagepriors.runtime.command.ExitCode;
import io.imagepriors.runtime.command.Invocation;
import io.imagepriors.runtime.command.ModelFile;
import io.imagepriors.runtime.command.Operands;
import io.imagepriors.runtime.command.Signature;
import java.util.List;
import java.util.Optional;

/** Everything a plug-in or a model file says of itself, and where it comes from. */
public final class InfoCommand implements Command {

  /** Made for each run. */
  public InfoCommand() {}

  @Override
  public Signature signature() {
    return Signature.of("info", "explain a plug-in or a model file: parameters, facts, origin")
        .operands(
            Operands.plugin("NAME", "the name of a plug-in of any kind, or a model file's path"))
        .answersWithData()
        .example("info uniform")
        .example("info my-model.onnx")
        .example("info mask --json");
  }

  @Override
  public int run(Invocation in) {
    List<Card> cards = cards(in.operands().get(0), in.catalog());
    if (in.wantsJson()) {
      in.printJson(cards);
    } else {
      cards.forEach(card -> card.print(in.out()));
    }
    return ExitCode.OK;
  }

  private static List<Card> cards(String name, Catalog catalog) {
    List<Card> cards =
        catalog.entries().stream()
            .filter(entry -> entry.name().equals(name))
            .<Card>map(Card::of)
            .toList();
    return cards.isEmpty() ? List.of(fileCard(name, catalog)) : cards;
  }

  private static Card fileCard(String name, Catalog catalog) {
    Optional<Plugin> opened = ModelFile.openAny(name, catalog);
    if (opened.isEmpty()) {
      throw InvalidInputException.unknown(
          "plug-in",
          name,
          catalog.entries().stream().map(Entry::name).distinct().sorted().toList());
    }
    try (Plugin plugin = opened.get()) {
      return Card.of(plugin, name);
    }
  }
}
