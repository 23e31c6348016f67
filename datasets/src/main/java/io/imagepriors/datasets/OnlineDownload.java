package io.imagepriors.datasets;

import java.nio.file.Path;

/**
 * Lets DJL reach the network for one download. The product keeps DJL's system property {@value
 * #OFFLINE} true, and DJL looks at it at each access; here the user has asked for one. Downloads
 * run one at a time.
 */
final class OnlineDownload implements MnistDownload {
  /** The system property that keeps DJL from the network. */
  static final String OFFLINE = "ai.djl.offline";

  private final MnistDownload download;

  OnlineDownload(MnistDownload download) {
    this.download = download;
  }

  @Override
  public synchronized void fetch(Path folder) {
    String offline = System.setProperty(OFFLINE, "false");
    try {
      download.fetch(folder);
    } finally {
      if (offline == null) {
        System.clearProperty(OFFLINE);
      } else {
        System.setProperty(OFFLINE, offline);
      }
    }
  }
}
