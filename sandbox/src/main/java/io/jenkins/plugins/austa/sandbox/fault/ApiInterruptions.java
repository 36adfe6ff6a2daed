package io.jenkins.plugins.austa.sandbox.fault;

/** What can be done to the API server's connections from outside. */
public interface ApiInterruptions {

  /** Breaks the connection of every open watch, as a network failure does. */
  void dropWatches();

  /** Forgets past changes: who resumes a watch or a list from before is answered 410. */
  void forgetHistory();

  /**
   * Breaks the open watches and the unanswered requests of one client.
   *
   * @param token the client's token, empty for all clients
   */
  void breakOff(String token);
}
