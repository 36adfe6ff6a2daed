package io.jenkins.plugins.austa.cli.host.services;

import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds secret variables in memory while a step needs them, so that they are never saved with the
 * program: what is saved is the number under which they lie here.
 */
public final class SecretVault implements HostOwned {
  private final Map<Integer, Map<String, String>> contents = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /** Keeps variables until {@link #remove}. */
  public int put(Map<String, String> variables) {
    int number = numbers.incrementAndGet();
    contents.put(number, Map.copyOf(variables));
    return number;
  }

  /** Returns the variables under a number, none when they were removed. */
  public Map<String, String> get(int number) {
    return contents.getOrDefault(number, Map.of());
  }

  /** Returns the names of the variables under a number. */
  public Set<String> names(int number) {
    return get(number).keySet();
  }

  /** Forgets the variables under a number. */
  public void remove(int number) {
    contents.remove(number);
  }

  @Override
  public String hostKey() {
    return "vault";
  }
}
