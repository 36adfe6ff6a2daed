package io.jenkins.plugins.austa.sandbox.node;

import io.jenkins.plugins.austa.sandbox.api.ClusterClient;
import io.jenkins.plugins.austa.sandbox.control.ControlLoop;
import io.jenkins.plugins.austa.sandbox.control.EventRecorder;
import io.jenkins.plugins.austa.sandbox.fault.PodFaults;
import io.jenkins.plugins.austa.sandbox.workload.Workloads;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;

/**
 * What every pod of the node uses.
 *
 * @param vertx runs the pods' servers
 * @param loop runs the kubelet
 * @param client writes to the API
 * @param events tells what becomes of pods
 * @param network knows who listens where
 * @param workloads knows what runs in which pod
 * @param faults the pod faults in force
 * @param options how fast pods live
 * @param probes sends the probes
 */
record NodeContext(
    Vertx vertx,
    ControlLoop loop,
    ClusterClient client,
    EventRecorder events,
    PodNetwork network,
    Workloads workloads,
    PodFaults faults,
    KubeletOptions options,
    HttpClient probes) {}
