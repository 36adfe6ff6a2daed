package org.jenkinsci.remoting;

import java.io.Serializable;

/** Serialisable only on the way to an agent. */
public interface SerializableOnlyOverRemoting extends Serializable {}
