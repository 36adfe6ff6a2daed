package io.jenkins.plugins.austa.jenkinsapi;

import com.cloudbees.plugins.credentials.Credentials;
import hudson.model.Run;

/**
 * That a build used credentials. Ours, no part of the Jenkins API.
 *
 * @param run the build
 * @param credentials what it used
 */
public record CredentialsUse(Run<?, ?> run, Credentials credentials) {}
