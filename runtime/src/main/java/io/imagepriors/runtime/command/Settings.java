package io.imagepriors.runtime.command;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of some plug-ins, as options of a command. */
final class Settings {

  /** A plug-in whose parameters can be set, as what it was or could be chosen. */
  record Owner(Choice<?> choice, Descriptor descriptor) {
    /** {@code degradation mask}. */
    @Override
    public String toString() {
      return choice.kind().label() + " " + descriptor.name();
    }
  }

  private final List<Owner> owners;
  private final Map<String, List<Owner>> byName = new LinkedHashMap<>();

  Settings(List<Owner> owners) {
    this.owners = List.copyOf(owners);
    for (Owner owner : this.owners) {
      for (Parameter<?> parameter : owner.descriptor().parameters()) {
        List<Owner> known = byName.computeIfAbsent(parameter.name(), n -> new ArrayList<>());
        if (!known.contains(owner)) {
          known.add(owner);
        }
      }
    }
  }

  /** All of them. */
  List<Owner> owners() {
    return owners;
  }

  /** The plug-ins that have each parameter, by its name, in the order of help. */
  Map<String, List<Owner>> byName() {
    return byName;
  }

  /** The names that say which choice they are for: {@code degradation.hole}. */
  List<String> qualifiedNames() {
    return owners.stream()
        .flatMap(
            owner ->
                owner.descriptor().parameters().stream()
                    .map(parameter -> owner.choice().name() + "." + parameter.name()))
        .distinct()
        .toList();
  }

  /** Help for the parameter of that name: once where all owners agree, else one by one. */
  String help(String name) {
    Map<String, List<Owner>> byHelp =
        byName.get(name).stream()
            .collect(
                Collectors.groupingBy(
                    owner -> help(owner.descriptor().parameter(name)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (byHelp.size() == 1) {
      return byHelp.keySet().iterator().next();
    }
    return byHelp.entrySet().stream()
        .map(e -> names(e.getValue()) + ": " + e.getKey())
        .collect(Collectors.joining("; "));
  }

  /** The parameter's range or choices, from the first plug-in that has it. */
  Parameter<?> first(String name) {
    return byName.get(name).get(0).descriptor().parameter(name);
  }

  /** {@code hybrid, latent-map}. */
  static String names(List<Owner> owners) {
    return owners.stream()
        .map(owner -> owner.descriptor().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What a parameter does, what values it takes and its default. */
  static <T> String help(Parameter<T> parameter) {
    String value = parameter.format(parameter.defaultValue());
    String rule = parameter.rule().replaceFirst("^be (?:one of )?", "");
    return parameter.help() + "; " + rule + (value.isEmpty() ? "" : " (default: " + value + ")");
  }
}
