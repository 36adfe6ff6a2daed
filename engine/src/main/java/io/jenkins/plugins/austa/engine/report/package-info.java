/**
 * What a run did, as plain records: gathered while it runs, written as {@code run.json}, told in
 * one sentence, shown as a page. Knows nothing of Jenkins and nothing of the packages that do the
 * work; they hand in their outcome as one of these records.
 */
package io.jenkins.plugins.austa.engine.report;
