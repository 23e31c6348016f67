package io.imagepriors.runtime.command.models;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.picture.PictureReader;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Picture files of one size as a collection without labels. Each file is decoded when it is read.
 *
 * @param files PNG or JPEG files
 * @param shape the size they must have
 */
record PictureFiles(List<Path> files, Shape shape) implements LabelledImages {

  @Override
  public String origin() {
    return files.size() == 1 ? files.get(0).toString() : files.size() + " files";
  }

  @Override
  public int count() {
    return files.size();
  }

  @Override
  public void read(int index, ImageStack target, int slot) {
    target.set(slot, PictureReader.read(files.get(index), shape), 0);
  }

  @Override
  public OptionalInt label(int index) {
    return OptionalInt.empty();
  }
}
