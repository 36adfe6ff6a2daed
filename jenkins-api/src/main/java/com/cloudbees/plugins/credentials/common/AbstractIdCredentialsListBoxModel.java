package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.ListBoxModel;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.Authentication;

/**
 * A drop-down list of credentials, by their ids.
 *
 * @param <T> type of the list itself
 * @param <C> type of the credentials
 */
public abstract class AbstractIdCredentialsListBoxModel<
        T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
    extends ListBoxModel {
  private static final long serialVersionUID = 1L;

  /** Returns what is shown for {@code c}. */
  @NonNull
  protected abstract String describe(@NonNull C c);

  /** Adds {@code u}, null for nothing. */
  @NonNull
  public AbstractIdCredentialsListBoxModel<T, C> with(@CheckForNull C u) {
    if (u != null) {
      add(describe(u), u.getId());
    }
    return this;
  }

  /** Adds the choice of none at the beginning. */
  public AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
    if (!offers("")) {
      add(0, new Option("- none -", ""));
    }
    return this;
  }

  /** Adds {@code value} where it is not offered: to those who may not see what else there is. */
  public AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(@NonNull String value) {
    if (value == null || value.isEmpty()) {
      return includeEmptyValue();
    }
    if (!offers(value)) {
      int afterNone = isEmpty() || !get(0).value.isEmpty() ? 0 : 1;
      add(afterNone, new Option("- current -", value));
    }
    return this;
  }

  /** Adds those options whose values are not offered; returns whether there were any. */
  public boolean addMissing(@NonNull Collection<? extends Option> c) {
    boolean any = false;
    for (Option each : c) {
      if (!offers(each.value)) {
        any |= add(each);
      }
    }
    return any;
  }

  /**
   * Adds the credentials that are a {@code type} and {@code authentication} may use in {@code
   * context}.
   */
  @NonNull
  public AbstractIdCredentialsListBoxModel<T, C> includeAs(
      @NonNull Authentication authentication,
      @Nullable Item context,
      @NonNull Class<? extends C> type,
      @NonNull List<DomainRequirement> domainRequirements) {
    return includeMatchingAs(
        authentication, context, type, domainRequirements, CredentialsMatchers.always());
  }

  /**
   * Adds the credentials that are a {@code type} and {@code authentication} may use in {@code
   * context}.
   */
  @NonNull
  public AbstractIdCredentialsListBoxModel<T, C> includeAs(
      @NonNull Authentication authentication,
      @NonNull ItemGroup context,
      @NonNull Class<? extends C> type,
      @NonNull List<DomainRequirement> domainRequirements) {
    return includeMatchingAs(
        authentication, context, type, domainRequirements, CredentialsMatchers.always());
  }

  /** Adds the matching credentials that {@code authentication} may use in {@code context}. */
  @NonNull
  public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
      @NonNull Authentication authentication,
      @Nullable Item context,
      @NonNull Class<? extends C> type,
      @NonNull List<DomainRequirement> domainRequirements,
      @NonNull CredentialsMatcher matcher) {
    addMissing(
        CredentialsProvider.listCredentialsInItem(
            type, context, authentication, domainRequirements, matcher));
    return this;
  }

  /** Adds the matching credentials that {@code authentication} may use in {@code context}. */
  @NonNull
  public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
      @NonNull Authentication authentication,
      @NonNull ItemGroup context,
      @NonNull Class<? extends C> type,
      @NonNull List<DomainRequirement> domainRequirements,
      @NonNull CredentialsMatcher matcher) {
    addMissing(
        CredentialsProvider.listCredentialsInItemGroup(
            type, context, authentication, domainRequirements, matcher));
    return this;
  }

  private boolean offers(String value) {
    return stream().anyMatch(each -> each.value.equals(value));
  }
}
