package io.jenkins.plugins.austa.cli.host.bind;

import java.lang.reflect.Type;

/**
 * A parameter that a pipeline can set.
 *
 * @param name as written in the pipeline
 * @param type as declared, with its type arguments
 */
record BoundParameter(String name, Type type) {}
