package hudson.model;

import hudson.ExtensionPoint;

/** An item that can live directly below the controller. */
public interface TopLevelItem extends Item, ExtensionPoint, Describable<TopLevelItem> {}
