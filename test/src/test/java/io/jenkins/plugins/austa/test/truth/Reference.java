package io.jenkins.plugins.austa.test.truth;

/** What one class needs of another. */
sealed interface Reference permits TypeReference, MemberReference {

  /** The class that needs it. */
  String from();

  /** The type that must be there. */
  String type();
}
