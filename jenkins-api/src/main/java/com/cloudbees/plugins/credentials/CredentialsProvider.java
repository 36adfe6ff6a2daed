package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.austa.jenkinsapi.InstalledHost;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import jenkins.util.NonLocalizable;
import org.springframework.security.core.Authentication;

/**
 * Finds credentials. On the host all are kept in one place, for the controller alone: builds find
 * the global ones, the controller the system's too, other users none.
 */
public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
    implements ExtensionPoint, Describable<CredentialsProvider> {
  /** The permissions on credentials. */
  public static final PermissionGroup GROUP =
      new PermissionGroup(CredentialsProvider.class, new NonLocalizable("Credentials"));

  /** Using one's own credentials in a job; asked for only where it is switched on. */
  public static final Permission USE_OWN =
      use("UseOwn", "com.cloudbees.plugins.credentials.UseOwnPermission", true);

  /** Using a job's credentials; asked for only where it is switched on. */
  public static final Permission USE_ITEM =
      use("UseItem", "com.cloudbees.plugins.credentials.UseItemPermission", false);

  /** Adding credentials. */
  public static final Permission CREATE = of("Create", Permission.CREATE);

  /** Changing credentials. */
  public static final Permission UPDATE = of("Update", Permission.UPDATE);

  /** Seeing that there are credentials. */
  public static final Permission VIEW = of("View", Permission.READ);

  /** Deleting credentials. */
  public static final Permission DELETE = of("Delete", Permission.DELETE);

  /** Sorting credentials into domains. */
  public static final Permission MANAGE_DOMAINS = of("ManageDomains", Permission.CONFIGURE);

  private static Permission of(String name, Permission impliedBy) {
    PermissionScope[] scopes = {
      PermissionScope.ITEM, PermissionScope.ITEM_GROUP, PermissionScope.JENKINS
    };
    return new Permission(GROUP, name, new NonLocalizable(name), impliedBy, true, scopes);
  }

  private static Permission use(String name, String switchedOnBy, boolean own) {
    boolean on = Boolean.getBoolean(switchedOnBy);
    Permission impliedBy = own ? on ? Jenkins.ADMINISTER : Item.BUILD : Item.CONFIGURE;
    return new Permission(
        GROUP,
        name,
        new NonLocalizable(name),
        impliedBy,
        on,
        new PermissionScope[] {PermissionScope.ITEM});
  }

  /**
   * Returns the credentials called {@code id} that {@code run} may use if they are a {@code type},
   * or null.
   */
  @CheckForNull
  public static <C extends IdCredentials> C findCredentialById(
      @NonNull String id, @NonNull Class<C> type, @NonNull Run<?, ?> run) {
    return findCredentialById(id, type, run, List.of());
  }

  /**
   * Returns the credentials called {@code id} that {@code run} may use if they are a {@code type},
   * or null.
   */
  @CheckForNull
  public static <C extends IdCredentials> C findCredentialById(
      @NonNull String id,
      @NonNull Class<C> type,
      @NonNull Run<?, ?> run,
      DomainRequirement... domainRequirements) {
    return findCredentialById(id, type, run, Arrays.asList(domainRequirements));
  }

  /**
   * Returns the credentials called {@code id} that {@code run} may use if they are a {@code type},
   * or null.
   */
  @CheckForNull
  public static <C extends IdCredentials> C findCredentialById(
      @NonNull String id,
      @NonNull Class<C> type,
      @NonNull Run<?, ?> run,
      @Nullable List<DomainRequirement> domainRequirements) {
    C found =
        findCredentialByIdInItem(id.trim(), type, run.getParent(), ACL.SYSTEM2, domainRequirements);
    if (found == null) {
      return null;
    }
    Credentials forRun = found.forRun(run);
    return type.isInstance(forRun) ? type.cast(forRun) : found;
  }

  /**
   * Returns the credentials called {@code id} usable in {@code item} if they are a {@code type}, or
   * null.
   */
  @CheckForNull
  public static <C extends IdCredentials> C findCredentialByIdInItem(
      @NonNull String id,
      @NonNull Class<C> type,
      @Nullable Item item,
      @Nullable Authentication authentication,
      @Nullable List<DomainRequirement> domainRequirements) {
    List<C> all = lookupCredentialsInItem(type, item, authentication, domainRequirements);
    return CredentialsMatchers.firstOrNull(all, CredentialsMatchers.withId(id));
  }

  /**
   * Returns the credentials that are a {@code type} and usable in {@code item}, null for
   * everywhere.
   */
  @NonNull
  public static <C extends Credentials> List<C> lookupCredentialsInItem(
      @NonNull Class<C> type,
      @Nullable Item item,
      @Nullable Authentication authentication,
      @Nullable List<DomainRequirement> domainRequirements) {
    return item == null
        ? lookupCredentialsInItemGroup(type, Jenkins.get(), authentication, domainRequirements)
        : kept(type, authentication, EnumSet.of(CredentialsScope.GLOBAL));
  }

  /** Returns the credentials that are a {@code type} and usable in {@code itemGroup}. */
  @NonNull
  public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
      @NonNull Class<C> type,
      @Nullable ItemGroup itemGroup,
      @Nullable Authentication authentication,
      @Nullable List<DomainRequirement> domainRequirements) {
    return kept(type, authentication, EnumSet.of(CredentialsScope.GLOBAL, CredentialsScope.SYSTEM));
  }

  /** Returns a list to choose one of the credentials usable in {@code item} from. */
  @NonNull
  public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
      @NonNull Class<C> type,
      @Nullable Item item,
      @Nullable Authentication authentication,
      @Nullable List<DomainRequirement> domainRequirements,
      @Nullable CredentialsMatcher matcher) {
    return list(lookupCredentialsInItem(type, item, authentication, domainRequirements), matcher);
  }

  /** Returns a list to choose one of the credentials usable in {@code itemGroup} from. */
  @NonNull
  public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
      @NonNull Class<C> type,
      @Nullable ItemGroup itemGroup,
      @Nullable Authentication authentication,
      @Nullable List<DomainRequirement> domainRequirements,
      @Nullable CredentialsMatcher matcher) {
    return list(
        lookupCredentialsInItemGroup(type, itemGroup, authentication, domainRequirements), matcher);
  }

  /** Notes that {@code build} used {@code credentials}, null for none; returns them. */
  @CheckForNull
  public static <C extends Credentials> C track(@NonNull Run build, @CheckForNull C credentials) {
    if (credentials != null) {
      InstalledHost.get().used(build, credentials);
    }
    return credentials;
  }

  @Override
  @NonNull
  public Descriptor<CredentialsProvider> getDescriptor() {
    return this;
  }

  private static <C extends Credentials> List<C> kept(
      Class<C> type, @Nullable Authentication who, Set<CredentialsScope> scopes) {
    if (who != null && !ACL.SYSTEM2.equals(who)) {
      return List.of();
    }
    return InstalledHost.get().credentials().stream()
        .filter(type::isInstance)
        .filter(each -> each.getScope() == null || scopes.contains(each.getScope()))
        .map(type::cast)
        .toList();
  }

  private static <C extends IdCredentials> ListBoxModel list(
      List<C> credentials, @Nullable CredentialsMatcher matcher) {
    ListBoxModel options = new ListBoxModel();
    for (C each : credentials) {
      if (matcher == null || matcher.matches(each)) {
        options.add(CredentialsNameProvider.name(each), each.getId());
      }
    }
    return options;
  }
}
