package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.FilePath;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Finds the files of the current workspace and reads their text. */
final class WorkspaceFiles {
  private static final String BASE64 = "Base64";

  private WorkspaceFiles() {}

  /** Returns the current folder. */
  static Path folder(StepContext context) throws IOException, InterruptedException {
    return Path.of(context.get(FilePath.class).getRemote());
  }

  /** Returns a file, relative to the current folder unless it is absolute. */
  static Path file(StepContext context, String path) throws IOException, InterruptedException {
    if (path == null || path.isBlank()) {
      throw new AbortException("a file name is missing");
    }
    return folder(context).resolve(path).normalize();
  }

  /** Returns the character set of this name, UTF-8 for null. */
  static Charset charset(String name) {
    return name == null || name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name);
  }

  /** Decodes text; the encoding {@code Base64} stands for binary files. */
  static String decode(byte[] bytes, String encoding) {
    return BASE64.equals(encoding)
        ? Base64.getEncoder().encodeToString(bytes)
        : new String(bytes, charset(encoding));
  }

  /** Encodes text; the encoding {@code Base64} stands for binary files. */
  static byte[] encode(String text, String encoding) {
    return BASE64.equals(encoding)
        ? Base64.getDecoder().decode(text)
        : text.getBytes(charset(encoding));
  }
}
