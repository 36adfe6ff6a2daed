package io.jenkins.plugins.austa.engine.rollout;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which colour carries users' traffic, by service, at one moment.
 *
 * @param carries colour by service; a service that is missing here is explained by an oddity
 * @param versions resourceVersion by object that the entry consists of; empty when there is no
 *     entry
 * @param oddities what no rollout ever writes, each a sentence without its full stop
 */
public record EntryState(
    Map<String, Colour> carries, Map<String, String> versions, List<String> oddities) {

  public EntryState {
    carries = Map.copyOf(carries);
    versions = Map.copyOf(versions);
    oddities = List.copyOf(oddities);
  }

  static EntryState absent() {
    return new EntryState(Map.of(), Map.of(), List.of());
  }

  public boolean missing() {
    return versions.isEmpty();
  }

  /** Whether any service is on {@code colour}. */
  public boolean carries(Colour colour) {
    return carries.containsValue(colour);
  }

  /** The one colour that carries everything; empty for a missing, mixed or oddly edited entry. */
  public Optional<Colour> colour() {
    Set<Colour> colours = EnumSet.noneOf(Colour.class);
    colours.addAll(carries.values());
    return oddities.isEmpty() && colours.size() == 1
        ? Optional.of(colours.iterator().next())
        : Optional.empty();
  }

  /**
   * Why the entry cannot be trusted, for a message; empty for a missing entry and for one of a
   * single colour.
   */
  public Optional<String> trouble() {
    if (!oddities.isEmpty()) {
      return Optional.of(String.join("; ", oddities));
    }
    return missing() || colour().isPresent()
        ? Optional.empty()
        : Optional.of("its services are on different colours " + new TreeMap<>(carries));
  }
}
