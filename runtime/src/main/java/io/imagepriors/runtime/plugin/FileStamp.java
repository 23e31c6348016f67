package io.imagepriors.runtime.plugin;

import java.io.File;

/**
 * What tells one state of a file from the next.
 *
 * @param modified its date, in milliseconds; 0 where there is no such file
 * @param length its length in bytes
 */
record FileStamp(long modified, long length) {

  static FileStamp of(File file) {
    return new FileStamp(file.lastModified(), file.length());
  }
}
