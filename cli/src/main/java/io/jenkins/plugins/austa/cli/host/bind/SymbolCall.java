package io.jenkins.plugins.austa.cli.host.bind;

import java.io.Serializable;
import java.util.Map;

/**
 * A call such as {@code string(credentialsId: 'x', variable: 'Y')} whose meaning depends on the
 * parameter it is given to; becomes an object when that step is bound.
 *
 * @param symbol the name called
 * @param arguments named arguments; a single one without a name is under the empty key
 */
public record SymbolCall(String symbol, Map<String, Object> arguments) implements Serializable {}
