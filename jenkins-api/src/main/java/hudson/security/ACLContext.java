package hudson.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.austa.jenkinsapi.Identity;
import org.springframework.security.core.Authentication;

/** Ends acting as somebody else. */
public class ACLContext implements AutoCloseable {
  private final Authentication previous;

  ACLContext(@CheckForNull Authentication previous) {
    this.previous = previous;
  }

  @Override
  public void close() {
    Identity.become(previous);
  }
}
