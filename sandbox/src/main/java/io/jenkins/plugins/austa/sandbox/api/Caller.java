package io.jenkins.plugins.austa.sandbox.api;

/**
 * Who sends a request.
 *
 * @param user name, as messages have it
 * @param token the bearer token
 */
record Caller(String user, String token) {}
