package com.cloudbees.plugins.credentials.common;

/** Credentials with an id, a description and a user's name. */
public interface StandardUsernameCredentials extends StandardCredentials, UsernameCredentials {}
