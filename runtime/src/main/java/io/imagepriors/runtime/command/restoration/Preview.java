package io.imagepriors.runtime.command.restoration;

import io.imagepriors.api.ImageStack;
import io.imagepriors.runtime.command.Console;
import io.imagepriors.runtime.picture.ShownImage;
import io.imagepriors.runtime.picture.TerminalColour;
import io.imagepriors.runtime.picture.TerminalPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures side by side in the terminal; nothing where no person looks at one. */
final class Preview {
  private static final int NARROWEST = 10;

  private final List<String> titles = new ArrayList<>();
  private final List<ShownImage> images = new ArrayList<>();

  /** Adds the first image of a stack, unless it has neither 1 nor 3 channels. */
  Preview add(String title, ImageStack stack, Optional<ImageStack> observed) {
    int channels = stack.shape().channels();
    if (channels == 1 || channels == 3) {
      titles.add(title);
      images.add(new ShownImage(stack, 0, observed.filter(m -> m.shape().equals(stack.shape()))));
    }
    return this;
  }

  /** Prints the images if the console is a terminal. */
  void print(Console console) {
    if (!console.outIsTerminal() || images.isEmpty() || console.columns() < NARROWEST) {
      return;
    }
    dropWhatDoesNotFit(console.columns());
    TerminalColour colour = TerminalColour.of(console.colourOut(), System.getenv());
    TerminalPicture.of(colour, console.columns())
        .lines(titles, images)
        .forEach(console.out()::println);
    console.out().println();
  }

  /** Three digits need 88 columns, and a usual terminal has 80: the last two are the result. */
  private void dropWhatDoesNotFit(int columns) {
    while (images.size() > 2 && images.size() * (images.get(0).width() + 2) - 2 > columns) {
      titles.remove(0);
      images.remove(0);
    }
  }
}
