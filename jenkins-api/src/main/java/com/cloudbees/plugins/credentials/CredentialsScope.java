package com.cloudbees.plugins.credentials;

import hudson.model.ModelObject;
import java.io.Serializable;

/** Where credentials may be used. */
public enum CredentialsScope implements Serializable {
  /** By the controller itself, not by builds. */
  SYSTEM {
    @Override
    public boolean isVisible(ModelObject context) {
      return context instanceof jenkins.model.Jenkins;
    }

    @Override
    public String getDisplayName() {
      return "System";
    }
  },

  /** Everywhere below where they are kept. */
  GLOBAL {
    @Override
    public boolean isVisible(ModelObject context) {
      return true;
    }

    @Override
    public String getDisplayName() {
      return "Global";
    }
  },

  /** By one user. */
  USER {
    @Override
    public boolean isVisible(ModelObject context) {
      return context instanceof hudson.model.User;
    }

    @Override
    public String getDisplayName() {
      return "User";
    }
  };

  /** Returns whether such credentials can be kept at {@code context}. */
  public abstract boolean isVisible(ModelObject context);

  /** Returns what people call the scope. */
  public abstract String getDisplayName();
}
