package io.imagepriors.runtime.plugin;

import java.io.File;
import org.apache.felix.fileinstall.ArtifactInstaller;

/** Lets File Install's watch over the plug-in folder work on a {@link DropFolder}. */
public final class PluginArtifacts implements ArtifactInstaller {
  private final DropFolder folder;

  /** What File Install finds goes to {@code folder}. */
  public PluginArtifacts(DropFolder folder) {
    this.folder = folder;
  }

  @Override
  public boolean canHandle(File artifact) {
    return folder.accepts(artifact);
  }

  @Override
  public void install(File artifact) {
    folder.put(artifact);
  }

  @Override
  public void update(File artifact) {
    folder.put(artifact);
  }

  @Override
  public void uninstall(File artifact) {
    folder.remove(artifact);
  }
}
