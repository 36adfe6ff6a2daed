package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.LocalChannel;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import jenkins.agents.ControllerToAgentCallable;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/**
 * A file or directory on a machine builds run on; here always this machine.
 *
 * <p>Serialisable by its path alone. Methods that write make the directories above.
 */
public final class FilePath implements SerializableOnlyOverRemoting {
  /** The connection to this JVM. */
  public static final LocalChannel localChannel = new LocalChannel(Computer.threadPoolForRemoting);

  private static final long serialVersionUID = 1L;

  private final transient VirtualChannel channel;
  private final String remote;

  /** Names {@code remote} at the other side of {@code channel}, null for this machine. */
  public FilePath(@CheckForNull VirtualChannel channel, @NonNull String remote) {
    this.channel = channel instanceof LocalChannel ? null : channel;
    this.remote = PathNames.normalize(remote);
  }

  /** Names {@code localPath} on this machine. */
  public FilePath(@NonNull File localPath) {
    this((VirtualChannel) null, localPath.getPath());
  }

  /** Names {@code rel} below {@code base}; an absolute {@code rel} stands for itself. */
  public FilePath(@NonNull FilePath base, @NonNull String rel) {
    this(base.channel, PathNames.resolve(base.remote, rel));
  }

  /** Work on a file, done where the file is. */
  public interface FileCallable<T> extends Serializable, RoleSensitive {
    /** Does the work on {@code f}. */
    T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
  }

  /** Returns the path as given, without doubled separators, {@code .} and {@code ..}. */
  public String getRemote() {
    return remote;
  }

  /** Returns the last name of the path. */
  public String getName() {
    return PathNames.name(remote);
  }

  /** Returns the last name of the path without what follows its last dot. */
  public String getBaseName() {
    String name = getName();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Returns the path above, null for a root. */
  public FilePath getParent() {
    String parent = PathNames.parent(remote);
    return parent == null ? null : new FilePath(channel, parent);
  }

  /** Returns the path below; an absolute one stands for itself. */
  @NonNull
  public FilePath child(String relOrAbsolute) {
    return new FilePath(this, relOrAbsolute);
  }

  /** Returns the neighbour {@code rel}. */
  public @CheckForNull FilePath sibling(String rel) {
    FilePath parent = getParent();
    return parent == null ? null : parent.child(rel);
  }

  /** Returns this path with {@code suffix} added to its name. */
  public FilePath withSuffix(String suffix) {
    return new FilePath(channel, remote + suffix);
  }

  /** Returns the connection to the machine. */
  public @NonNull VirtualChannel getChannel() {
    return channel == null ? localChannel : channel;
  }

  /** Returns whether the file is on another machine. */
  public boolean isRemote() {
    return channel != null;
  }

  /** Returns the machine, null where it is unknown, as always on the host. */
  public @CheckForNull Computer toComputer() {
    return null;
  }

  /** Does the work here. */
  public <T> T act(final FileCallable<T> callable) throws IOException, InterruptedException {
    return callable.invoke(file(), localChannel);
  }

  /** Does the work on the machine of this file. */
  public <V, E extends Throwable> V act(Callable<V, E> callable)
      throws IOException, InterruptedException, E {
    return getChannel().call(callable);
  }

  /** Begins the work on the machine of this file. */
  public <T> Future<T> actAsync(final FileCallable<T> callable)
      throws IOException, InterruptedException {
    File file = file();
    return localChannel.callAsync(new OnFile<>(file, callable));
  }

  private record OnFile<T>(File file, FileCallable<T> callable)
      implements ControllerToAgentCallable<T, Exception> {
    @Override
    public T call() throws Exception {
      return callable.invoke(file, localChannel);
    }
  }

  /** Returns the address of the file. */
  public URI toURI() throws IOException, InterruptedException {
    return file().toURI();
  }

  /** Returns the same file by its absolute path. */
  public FilePath absolutize() throws IOException, InterruptedException {
    return new FilePath(channel, file().getAbsolutePath());
  }

  /** Makes the directory and those above. */
  public void mkdirs() throws IOException, InterruptedException {
    Files.createDirectories(path());
  }

  /** Returns whether there is such a file or directory. */
  public boolean exists() throws IOException, InterruptedException {
    return file().exists();
  }

  /** Returns whether there is such a directory. */
  public boolean isDirectory() throws IOException, InterruptedException {
    return file().isDirectory();
  }

  /** Returns the size in bytes, 0 for none. */
  public long length() throws IOException, InterruptedException {
    return file().length();
  }

  /** Returns when the file was last changed, in milliseconds since 1970, 0 for none. */
  public long lastModified() throws IOException, InterruptedException {
    return file().lastModified();
  }

  /**
   * Sets when the file was last changed, in milliseconds since 1970; makes an empty one if none.
   */
  public void touch(final long timestamp) throws IOException, InterruptedException {
    if (!exists()) {
      write().close();
    }
    Files.setLastModifiedTime(path(), FileTime.fromMillis(timestamp));
  }

  /** Returns the permissions in the manner of Unix, -1 where there are none. */
  public int mode() throws IOException, InterruptedException {
    return Platform.current() == Platform.UNIX
        ? (Integer) Files.getAttribute(path(), "unix:mode") & 0777
        : -1;
  }

  /** Removes the file or the empty directory; returns true, also when there was none. */
  public boolean delete() throws IOException, InterruptedException {
    Files.deleteIfExists(path());
    return true;
  }

  /** Removes the file or directory with all it holds; links are not followed. */
  public void deleteRecursive() throws IOException, InterruptedException {
    FileTree.delete(path());
  }

  /** Removes all that the directory holds; links are not followed. */
  public void deleteContents() throws IOException, InterruptedException {
    for (FilePath each : list()) {
      each.deleteRecursive();
    }
  }

  /** Moves the file; {@code target} must not exist. */
  public void renameTo(final FilePath target) throws IOException, InterruptedException {
    Files.move(path(), target.path());
  }

  /** Returns what the directory holds, sorted by name; nothing when it is no directory. */
  @NonNull
  public List<FilePath> list() throws IOException, InterruptedException {
    return FileTree.children(file(), File::exists).stream().map(FilePath::new).toList();
  }

  /** Returns the directories the directory holds, sorted by name. */
  @NonNull
  public List<FilePath> listDirectories() throws IOException, InterruptedException {
    return FileTree.children(file(), File::isDirectory).stream().map(FilePath::new).toList();
  }

  /**
   * Returns the files below that match, sorted; patterns as in Ant, separated by commas or blanks.
   */
  @NonNull
  public FilePath[] list(final String includes) throws IOException, InterruptedException {
    return list(includes, null);
  }

  /** Returns the files below that match {@code includes} and not {@code excludes}, sorted. */
  @NonNull
  public FilePath[] list(final String includes, final String excludes)
      throws IOException, InterruptedException {
    return list(includes, excludes, true);
  }

  /**
   * Returns the files below that match; {@code defaultExcludes} leaves out those of editors and
   * Git.
   */
  @NonNull
  public FilePath[] list(
      final String includes, final String excludes, final boolean defaultExcludes)
      throws IOException, InterruptedException {
    return AntPattern.find(file(), includes, excludes, defaultExcludes).stream()
        .map(found -> new FilePath(found.toFile()))
        .toArray(FilePath[]::new);
  }

  /** Opens the file for reading. */
  public InputStream read() throws IOException, InterruptedException {
    return Files.newInputStream(path());
  }

  /** Returns the text of the file in the machine's default encoding. */
  public String readToString() throws IOException, InterruptedException {
    return new String(Files.readAllBytes(path()), Charset.defaultCharset());
  }

  /** Opens the file for writing, replacing what it holds. */
  public OutputStream write() throws IOException, InterruptedException {
    return Files.newOutputStream(FileTree.withParents(path()));
  }

  /** Writes the text, null standing for the machine's default encoding. */
  public void write(final String content, final String encoding)
      throws IOException, InterruptedException {
    Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
    Files.writeString(FileTree.withParents(path()), content, charset);
  }

  /** Writes what {@code in} holds; {@code in} stays open. */
  public void copyFrom(InputStream in) throws IOException, InterruptedException {
    try (OutputStream out = write()) {
      in.transferTo(out);
    }
  }

  /** Writes what {@code src} holds. */
  public void copyFrom(FilePath src) throws IOException, InterruptedException {
    src.copyTo(this);
  }

  /** Writes what the address gives. */
  public void copyFrom(URL url) throws IOException, InterruptedException {
    try (InputStream in = url.openStream()) {
      copyFrom(in);
    }
  }

  /** Copies the file, replacing {@code target}. */
  public void copyTo(FilePath target) throws IOException, InterruptedException {
    Files.copy(path(), FileTree.withParents(target.path()), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes what the file holds to {@code os}, which stays open. */
  public void copyTo(OutputStream os) throws IOException, InterruptedException {
    Files.copy(path(), os);
  }

  /** Copies all files below; returns how many. */
  public int copyRecursiveTo(FilePath target) throws IOException, InterruptedException {
    return copyRecursiveTo("**/*", target);
  }

  /** Copies the files below that match; returns how many. */
  public int copyRecursiveTo(String fileMask, FilePath target)
      throws IOException, InterruptedException {
    return copyRecursiveTo(fileMask, null, target);
  }

  /**
   * Copies the files below that match {@code fileMask} and not {@code excludes}; returns how many.
   */
  public int copyRecursiveTo(final String fileMask, final String excludes, final FilePath target)
      throws IOException, InterruptedException {
    List<Path> files = AntPattern.find(file(), fileMask, excludes, true);
    for (Path each : files) {
      new FilePath(each.toFile()).copyTo(target.child(path().relativize(each).toString()));
    }
    return files.size();
  }

  /** Makes an empty file with a name of its own in this directory. */
  public FilePath createTempFile(final String prefix, final String suffix)
      throws IOException, InterruptedException {
    return new FilePath(Files.createTempFile(path(), prefix, suffix).toFile());
  }

  /** Makes a file with a name of its own in this directory. */
  public FilePath createTextTempFile(
      final String prefix, final String suffix, final String contents)
      throws IOException, InterruptedException {
    FilePath made = createTempFile(prefix, suffix);
    made.write(contents, null);
    return made;
  }

  /** Makes a directory with a name of its own in this directory. */
  public FilePath createTempDir(final String prefix, final String suffix)
      throws IOException, InterruptedException {
    String name = prefix + '.' + (suffix == null || suffix.isBlank() ? "tmp" : suffix);
    return new FilePath(Files.createTempDirectory(path(), name).toFile());
  }

  /** Starts processes on the machine of this file. */
  @NonNull
  public Launcher createLauncher(TaskListener listener) throws IOException, InterruptedException {
    return new Launcher.LocalLauncher(listener);
  }

  private File file() {
    if (channel != null) {
      throw new UnsupportedOperationException(
          "FilePath: the host knows no other machine: " + remote);
    }
    return new File(remote);
  }

  private Path path() {
    return file().toPath();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof FilePath that && channel == that.channel && remote.equals(that.remote);
  }

  @Override
  public int hashCode() {
    return remote.hashCode();
  }

  @Override
  @Deprecated
  public String toString() {
    return remote;
  }
}
