package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.RunAction2;

/** Why a build was started: its causes. */
public class CauseAction implements RunAction2 {
  private final Map<Cause, Integer> counts = new LinkedHashMap<>();

  /** Holds one cause. */
  public CauseAction(Cause c) {
    this(List.of(c));
  }

  /** Holds several causes. */
  public CauseAction(Cause... c) {
    this(Arrays.asList(c));
  }

  /** Holds several causes; equal ones are counted. */
  public CauseAction(Collection<? extends Cause> causes) {
    causes.forEach(each -> counts.merge(each, 1, Integer::sum));
  }

  /** Holds the causes of {@code ca}. */
  public CauseAction(CauseAction ca) {
    this(ca.getCauses());
  }

  /** Returns every cause, as often as it was given; the list cannot be changed. */
  public List<Cause> getCauses() {
    return counts.entrySet().stream()
        .flatMap(each -> Collections.nCopies(each.getValue(), each.getKey()).stream())
        .toList();
  }

  /** Returns the first cause that is a {@code type}, or null. */
  public <T extends Cause> T findCause(Class<T> type) {
    return counts.keySet().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }

  /** Returns how often each cause was given; the map cannot be changed. */
  public Map<Cause, Integer> getCauseCounts() {
    return Collections.unmodifiableMap(counts);
  }

  @Override
  public String getDisplayName() {
    return "Cause";
  }

  @Override
  public String getIconFileName() {
    return null;
  }

  @Override
  public String getUrlName() {
    return "cause";
  }

  @Override
  public void onLoad(@NonNull Run<?, ?> owner) {
    counts.keySet().forEach(each -> each.onLoad(owner));
  }

  @Override
  public void onAttached(@NonNull Run<?, ?> owner) {
    counts.keySet().forEach(each -> each.onAddedTo(owner));
  }
}
