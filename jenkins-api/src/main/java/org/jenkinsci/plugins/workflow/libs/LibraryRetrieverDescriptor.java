package org.jenkinsci.plugins.workflow.libs;

import hudson.model.Descriptor;

/** What is known of a way to fetch shared libraries. */
public abstract class LibraryRetrieverDescriptor extends Descriptor<LibraryRetriever> {}
