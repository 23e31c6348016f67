package io.imagepriors.runtime.shell;

import io.imagepriors.runtime.command.Completion;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers {@link Completion}'s candidates to JLine. */
final class ShellCompleter implements Completer {
  private static final String PREFIX = "priors:";

  private final ShellContext shell;

  ShellCompleter(ShellContext shell) {
    this.shell = shell;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
    words.add(line.word().substring(0, line.wordCursor()));
    if (words.size() == 1) {
      candidates.add(new Candidate("help", "help", null, "explain the commands", null, null, true));
      candidates.add(new Candidate("clear", "clear", null, "wipe the screen", null, null, true));
      candidates.add(new Candidate("exit", "exit", null, "leave the shell", null, null, true));
    } else if (words.get(0).startsWith(PREFIX)) {
      words.set(0, words.get(0).substring(PREFIX.length()));
    }
    for (Completion.Candidate c : Completion.of(words, shell.commands(), shell.catalog())) {
      String description = c.description().isEmpty() ? null : c.description();
      candidates.add(
          new Candidate(c.text(), c.text(), null, description, null, null, c.complete()));
    }
  }
}
