package io.jenkins.plugins.austa.engine.rollout;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which colour carries users' traffic, by service, at one moment.
 *
 * @param carries colour by service; a service that is missing here is in {@code without} or
 *     explained by an oddity
 * @param versions resourceVersion by object that the entry consists of; empty when there is no
 *     entry
 * @param oddities what no rollout ever writes, each a sentence without its full stop
 * @param without services whose object of the entry does not exist; only where each has one of its
 *     own. Means something only next to services that have one
 */
public record EntryState(
    Map<String, Colour> carries,
    Map<String, String> versions,
    List<String> oddities,
    Set<String> without) {

  public EntryState {
    carries = Map.copyOf(carries);
    versions = Map.copyOf(versions);
    oddities = List.copyOf(oddities);
    without = Set.copyOf(without);
  }

  /** An entry in which no service is without its object. */
  public EntryState(
      Map<String, Colour> carries, Map<String, String> versions, List<String> oddities) {
    this(carries, versions, oddities, Set.of());
  }

  /** No entry at all. */
  public static EntryState absent() {
    return new EntryState(Map.of(), Map.of(), List.of());
  }

  public boolean missing() {
    return versions.isEmpty();
  }

  /** Whether any service is on {@code colour}. */
  public boolean carries(Colour colour) {
    return carries.containsValue(colour);
  }

  /**
   * The one colour that carries everything; empty for an entry that is missing, half moved or oddly
   * edited.
   */
  public Optional<Colour> colour() {
    Set<Colour> colours = EnumSet.noneOf(Colour.class);
    colours.addAll(carries.values());
    return oddities.isEmpty() && without.isEmpty() && colours.size() == 1
        ? Optional.of(colours.iterator().next())
        : Optional.empty();
  }

  /**
   * Whether it looks as in the middle of a move: nothing is odd, yet not every service is on the
   * same colour. While the record says that traffic is being moved, a crash between two writes
   * leaves this; at any other time somebody has edited the entry by hand.
   */
  public boolean halfMoved() {
    return oddities.isEmpty() && !missing() && colour().isEmpty();
  }

  /**
   * Whether every object has been written since {@code before} was read, so that no write comes
   * true any more that rests on that or on an earlier reading.
   */
  boolean replaces(EntryState before) {
    return !missing()
        && versions.entrySet().stream()
            .noneMatch(one -> one.getValue().equals(before.versions().get(one.getKey())));
  }

  /**
   * Why the entry cannot be trusted, for a message; empty for a missing entry and for one of a
   * single colour.
   */
  public Optional<String> trouble() {
    if (!oddities.isEmpty()) {
      return Optional.of(String.join("; ", oddities));
    }
    if (!halfMoved()) {
      return Optional.empty();
    }
    return Optional.of(
        without.isEmpty()
            ? "its services are on different colours " + new TreeMap<>(carries)
            : "there is nothing in it for "
                + String.join(", ", new TreeSet<>(without))
                + ", only for "
                + new TreeMap<>(carries));
  }
}
