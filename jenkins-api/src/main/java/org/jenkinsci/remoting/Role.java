package org.jenkinsci.remoting;

import java.util.Collection;
import java.util.Collections;

/** One side of a connection. */
public final class Role {
  /** The role of callables that name none. */
  public static final Role UNKNOWN = new Role("unknown");

  /** {@link #UNKNOWN} alone. */
  public static final Collection<Role> UNKNOWN_SET = Collections.singleton(UNKNOWN);

  private final String name;

  /** Names the role. */
  public Role(String name) {
    this.name = name;
  }

  /** Names the role after a class. */
  public Role(Class<?> name) {
    this(name.getName());
  }

  /** Returns the name. */
  public String getName() {
    return name;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Role that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "Role[" + name + "]";
  }
}
