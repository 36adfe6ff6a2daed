package jenkins.util.io;

/** Marks types that live on the controller and never travel to an agent. */
public interface OnMaster {}
