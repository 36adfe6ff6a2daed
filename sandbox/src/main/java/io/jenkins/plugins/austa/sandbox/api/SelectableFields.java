package io.jenkins.plugins.austa.sandbox.api;

import java.util.Map;
import java.util.Set;

/** The fields that field selectors may name; the API server refuses all others. */
final class SelectableFields {
  private static final Set<String> OF_ALL = Set.of("metadata.name", "metadata.namespace");
  private static final Map<String, Set<String>> BY_PLURAL =
      Map.of(
          "pods",
          Set.of(
              "spec.nodeName",
              "spec.restartPolicy",
              "spec.schedulerName",
              "spec.serviceAccountName",
              "spec.hostNetwork",
              "status.phase",
              "status.podIP",
              "status.nominatedNodeName"),
          "events",
          Set.of(
              "involvedObject.kind",
              "involvedObject.namespace",
              "involvedObject.name",
              "involvedObject.uid",
              "involvedObject.apiVersion",
              "involvedObject.resourceVersion",
              "involvedObject.fieldPath",
              "reason",
              "reportingComponent",
              "source",
              "type"),
          "secrets",
          Set.of("type"),
          "namespaces",
          Set.of("status.phase"),
          "nodes",
          Set.of("spec.unschedulable"),
          "services",
          Set.of("spec.clusterIP", "spec.type"),
          "replicasets",
          Set.of("status.replicas"),
          "jobs",
          Set.of("status.successful"));

  private SelectableFields() {}

  static boolean has(String plural, String field) {
    return OF_ALL.contains(field) || BY_PLURAL.getOrDefault(plural, Set.of()).contains(field);
  }
}
