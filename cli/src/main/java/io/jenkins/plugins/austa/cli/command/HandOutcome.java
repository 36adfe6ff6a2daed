package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.byhand.HandResult;
import java.io.IOException;

/** Prints how something by hand ended, and says what the process ends with. */
final class HandOutcome {

  private HandOutcome() {}

  static int of(HandOptions options, HandResult result) throws IOException {
    if (options.isText()) {
      result.diffs().forEach(options.log());
      options.log().accept(result.message());
    } else {
      options.print(result.data());
    }
    return result.succeeded() ? ExitCode.SUCCESS : ExitCode.FAILED;
  }
}
