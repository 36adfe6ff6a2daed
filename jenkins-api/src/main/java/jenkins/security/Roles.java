package jenkins.security;

import org.jenkinsci.remoting.Role;

/** The two sides of the connection between controller and agent. */
public class Roles {
  /** The controller. */
  public static final Role MASTER = new Role("master");

  /** The agent. */
  public static final Role SLAVE = new Role("slave");

  private Roles() {}
}
