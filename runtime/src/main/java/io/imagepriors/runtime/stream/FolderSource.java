package io.imagepriors.runtime.stream;

import io.imagepriors.api.FileException;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import io.imagepriors.runtime.picture.PictureReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The PNG and JPEG files of a folder and of the folders in it, by their names' endings, in the
 * order in which the file system gives them. Links to files are followed, links to folders are not.
 */
public final class FolderSource implements PictureSource {
  private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g)");
  private static final String PNG = ".png";

  private final Path folder;

  /** The pictures of an existing folder. */
  public FolderSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public void visit(Visitor visitor) {
    try {
      Files.walkFileTree(folder, new Walk(visitor));
    } catch (IOException e) {
      throw FileException.unreadable(folder, e);
    }
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Visitor visitor;
    private long pictures;

    Walk(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = name(file);
      if (!PICTURE.matcher(lower(name)).matches()) {
        return answer(visitor.skipped(name));
      }
      PictureFile picture = new PictureFile(file, name, pictures++);
      String rival = picture.resultName();
      boolean taken = !rival.equals(name) && Files.exists(folder.resolve(rival));
      return answer(
          taken
              ? visitor.failed(name, "its result would have the name of that of " + rival)
              : visitor.picture(picture));
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(folder)) {
        throw e;
      }
      return answer(visitor.failed(name(file), FileException.unreadable(file, e).getMessage()));
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(visited, e);
    }

    private String name(Path file) {
      return folder.relativize(file).toString().replace(File.separatorChar, '/');
    }

    private FileVisitResult answer(boolean goOn) {
      return goOn ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private record PictureFile(Path file, String name, long index) implements Picture {
    /** Other formats keep their ending before the new one: {@code a.jpg} must not become a.png. */
    @Override
    public String resultName() {
      return lower(name).endsWith(PNG) ? name : name + PNG;
    }

    @Override
    public ImageStack read(Optional<Shape> needed) {
      return needed
          .map(shape -> PictureReader.read(file, shape))
          .orElseGet(() -> PictureReader.read(file));
    }
  }
}
