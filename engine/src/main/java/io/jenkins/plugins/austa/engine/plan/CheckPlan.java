package io.jenkins.plugins.austa.engine.plan;

/**
 * One command that must end with exit code 0.
 *
 * @param service the service it belongs to
 * @param name the check's name within the service
 * @param command the shell command, to run in the workspace's root
 * @param junit JUnit XML file it writes, relative to the workspace; null when none
 * @param coverage coverage file it writes, relative to the workspace; null when none
 */
public record CheckPlan(
    String service, String name, String command, String junit, String coverage) {

  /** What people call it: service and name; unique in a plan. */
  public String title() {
    return service + " " + name;
  }
}
