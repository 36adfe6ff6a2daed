package io.jenkins.plugins.austa.sandbox.workload;

import java.util.Map;

/**
 * A request that reached a pod.
 *
 * @param method HTTP method
 * @param path path without query
 * @param query query without question mark, empty when there is none
 * @param headers headers by lower-case name; the last of several
 * @param body the whole body, empty when there is none
 */
public record WorkloadRequest(
    String method, String path, String query, Map<String, String> headers, byte[] body) {}
