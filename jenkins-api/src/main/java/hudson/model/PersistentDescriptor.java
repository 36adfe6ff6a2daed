package hudson.model;

import jenkins.model.Loadable;

/** A descriptor whose settings are read as soon as it is made; the host keeps none. */
public interface PersistentDescriptor extends Loadable, Saveable {
  @Override
  void load();
}
