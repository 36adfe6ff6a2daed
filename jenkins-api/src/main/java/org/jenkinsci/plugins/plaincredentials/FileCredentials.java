package org.jenkinsci.plugins.plaincredentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.IOException;
import java.io.InputStream;

/** A secret file. */
public interface FileCredentials extends StandardCredentials {
  /** Returns the name of the file. */
  @NonNull
  String getFileName();

  /** Opens the file for reading. */
  @NonNull
  InputStream getContent() throws IOException;
}
