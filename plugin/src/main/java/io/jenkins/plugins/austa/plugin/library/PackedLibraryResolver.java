package io.jenkins.plugins.austa.plugin.library;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.ItemGroup;
import hudson.model.Job;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jenkinsci.plugins.workflow.libs.LibraryConfiguration;
import org.jenkinsci.plugins.workflow.libs.LibraryResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code austaPipeline()} available to every job as soon as the plugin is installed: offers
 * the library {@value #NAME} that the plugin carries, implicit and trusted as the plugin itself is.
 * Jobs cannot choose its version, since steps and library belong together. It can be switched off
 * by {@link AustaGlobalConfiguration#isOfferLibrary()}.
 *
 * <p>A library of the same name that somebody has configured, for all jobs or in a folder above the
 * job, wins. Three things in pipeline-groovy-lib decide how:
 *
 * <ul>
 *   <li>For implicit libraries and {@code @Library} the first definition in the order of the
 *       resolvers is loaded (folders 100, global untrusted 1, global 0), so this one comes after
 *       all others.
 *   <li>That order alone is not enough for the step {@code library}: it lets the <em>last</em>
 *       resolver that knows the name decide, and refuses a version that the last one does not
 *       allow.
 *   <li>Nor for a configured library that is not implicit: where the job does not ask for it, it is
 *       passed over, and ours would be loaded in its place.
 * </ul>
 *
 * <p>So this resolver asks the others the same question first and offers nothing when one of them
 * answers with the name. That also keeps the build log free of a remark about a second definition.
 */
@Extension(ordinal = PackedLibraryResolver.AFTER_ALL_OTHERS)
public final class PackedLibraryResolver extends LibraryResolver {
  /** The library's name. */
  public static final String NAME = "austa";

  static final double AFTER_ALL_OTHERS = -1_000_000;
  private static final Logger LOGGER = LoggerFactory.getLogger(PackedLibraryResolver.class);

  @Override
  public boolean isTrusted() {
    return true;
  }

  @NonNull
  @Override
  public Collection<LibraryConfiguration> forJob(
      @NonNull Job<?, ?> job, @NonNull Map<String, String> libraryVersions) {
    Map<String, String> asked = Collections.unmodifiableMap(libraryVersions);
    return unlessConfigured(other -> other.forJob(job, asked), job.getFullName());
  }

  @NonNull
  @Override
  public Collection<LibraryConfiguration> suggestedConfigurations(@NonNull ItemGroup<?> group) {
    return unlessConfigured(other -> other.suggestedConfigurations(group), group.getFullName());
  }

  private Collection<LibraryConfiguration> unlessConfigured(
      Function<LibraryResolver, Collection<LibraryConfiguration>> question, String place) {
    if (!AustaGlobalConfiguration.get().isOfferLibrary()) {
      LOGGER.debug("not offering library {} to {}: switched off", NAME, place);
      return List.of();
    }
    for (LibraryResolver other : ExtensionList.lookup(LibraryResolver.class)) {
      if (other != this && knowsTheName(question.apply(other))) {
        LOGGER.debug("not offering library {} to {}: {} does", NAME, place, other.getClass());
        return List.of();
      }
    }
    return List.of(library());
  }

  private static boolean knowsTheName(Collection<LibraryConfiguration> libraries) {
    return libraries.stream().anyMatch(library -> NAME.equals(library.getName()));
  }

  private static LibraryConfiguration library() {
    LibraryConfiguration library = new LibraryConfiguration(NAME, new PackedLibrary());
    library.setDefaultVersion(PackedLibrary.version());
    library.setImplicit(true);
    library.setAllowVersionOverride(false);
    library.setIncludeInChangesets(false);
    return library;
  }
}
