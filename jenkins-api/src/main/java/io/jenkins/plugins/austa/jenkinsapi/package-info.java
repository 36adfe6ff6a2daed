/**
 * Brings the Jenkins API slice alive without Jenkins. Ours, no part of the Jenkins API: nothing in
 * {@code plugin/} may name it, and nothing of this module goes into the {@code .hpi}.
 *
 * <p>{@link io.jenkins.plugins.austa.jenkinsapi.HostJenkins#install} puts a host behind {@link
 * jenkins.model.Jenkins#get}, with the extensions that stand in the indices sezpoz wrote. The types
 * under Jenkins' own package names ask {@link io.jenkins.plugins.austa.jenkinsapi.JenkinsHost} for
 * all they do not know by themselves; what has no meaning on the host throws {@link
 * java.lang.UnsupportedOperationException}.
 *
 * <p>Those types are a slice: what is declared equals the real type of the baseline (modifiers,
 * generics, checked exceptions, supertypes as far as declared); what the plugin does not use is
 * left out. Package-private types beside them are ours.
 */
package io.jenkins.plugins.austa.jenkinsapi;
