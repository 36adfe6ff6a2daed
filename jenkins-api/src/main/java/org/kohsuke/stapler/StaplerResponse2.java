package org.kohsuke.stapler;

import edu.umd.cs.findbugs.annotations.NonNull;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The answer to a request. The host has none; declared for the signatures that name it. */
public interface StaplerResponse2 extends HttpServletResponse {
  /** Sends the browser to {@code url}, which is escaped. */
  void sendRedirect2(@NonNull String url) throws IOException;
}
