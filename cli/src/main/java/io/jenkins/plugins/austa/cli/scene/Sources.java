package io.jenkins.plugins.austa.cli.scene;

import java.nio.file.Path;

/**
 * What is delivered.
 *
 * @param folder the repository's folder
 * @param branch the branch it stands for
 * @param tag the version tag; null when none
 * @param commit the commit; may be empty
 * @param author who wrote it; may be empty
 */
public record Sources(Path folder, String branch, String tag, String commit, String author) {}
