package io.jenkins.plugins.austa.jenkinsapi;

import com.cloudbees.plugins.credentials.Credentials;
import hudson.ExtensionComponent;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.Permission;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.security.core.Authentication;

/**
 * What the API slice asks of whoever stands in for the controller. Ours, no part of the Jenkins
 * API.
 */
public interface JenkinsHost {
  /** Returns the home directory. */
  File rootDir();

  /** Returns the public address, ending in a slash; empty when there is none. */
  Optional<String> rootUrl();

  /** Returns the extensions that are a {@code type}, each made once and shared by all lists. */
  <T> List<ExtensionComponent<T>> extensions(Class<T> type);

  /** Returns the credentials, the first of equal ids wins. */
  List<Credentials> credentials();

  /** Notes that {@code run} used {@code credentials}. */
  void used(Run<?, ?> run, Credentials credentials);

  /** Returns whether {@code who} has {@code permission}. */
  boolean permits(Authentication who, Permission permission);

  /** Returns the known users by their ids, open to change and thread-safe. */
  Map<String, User> users();

  /** Returns the item called {@code fullName}. */
  Optional<Item> item(String fullName);

  /** Returns the running machine of the node called {@code nodeName}. */
  Optional<Computer> computer(String nodeName);

  /** Returns the executor behind {@link jenkins.util.Timer}. */
  ScheduledExecutorService timer();
}
