package io.jenkins.plugins.austa.engine.health;

/**
 * A Deployment that has to be available.
 *
 * @param deployment its name
 * @param replicas how many pods at least have to be available; 0 stands for as many as its spec
 *     asks for
 */
public record ExpectedWorkload(String deployment, int replicas) {}
