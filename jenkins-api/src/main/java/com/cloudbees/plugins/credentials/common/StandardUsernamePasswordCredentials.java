package com.cloudbees.plugins.credentials.common;

/** Credentials with an id, a description, a user's name and a password. */
public interface StandardUsernamePasswordCredentials
    extends StandardUsernameCredentials, UsernamePasswordCredentials {}
