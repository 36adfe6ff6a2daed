package io.jenkins.plugins.austa.sandbox.fault;

/** A fault in force; closing it ends it, more than once does nothing. */
public interface Fault extends AutoCloseable {
  @Override
  void close();
}
