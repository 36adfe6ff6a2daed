package hudson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import hudson.remoting.VirtualChannel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FilePathTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private FilePath dir;

  @Before
  public void open() {
    dir = new FilePath(folder.getRoot());
  }

  @Test
  public void normalisesPaths() {
    FilePath base = new FilePath((VirtualChannel) null, "/work//space/");
    assertEquals("/work/space", base.getRemote());
    assertEquals("/work/space/a/c", base.child("a/./b/../c").getRemote());
    assertEquals("/etc", base.child("/etc").getRemote());
    assertEquals("/", base.child("../../..").getRemote());
    assertEquals("../up", new FilePath((VirtualChannel) null, "x/../../up").getRemote());
    assertEquals(
        "C:\\jenkins\\ws",
        new FilePath((VirtualChannel) null, "C:\\jenkins\\a\\..\\ws\\").getRemote());
  }

  @Test
  public void namesWhatIsAroundIt() {
    FilePath file = new FilePath((VirtualChannel) null, "/work/report.tar.gz");
    assertEquals("report.tar.gz", file.getName());
    assertEquals("report.tar", file.getBaseName());
    assertEquals("/work", file.getParent().getRemote());
    assertEquals("/work/other", file.sibling("other").getRemote());
    assertEquals("/work/report.tar.gz.sha256", file.withSuffix(".sha256").getRemote());
    assertNull(new FilePath((VirtualChannel) null, "/").getParent());
  }

  @Test
  public void writesBelowDirectoriesThatDoNotExistYet() throws Exception {
    FilePath file = dir.child("a/b/c.txt");
    file.write("grün", "UTF-8");
    assertArrayEquals(
        "grün".getBytes(UTF_8), Files.readAllBytes(new File(file.getRemote()).toPath()));
    file.copyFrom(new ByteArrayInputStream("blue".getBytes(UTF_8)));
    assertEquals("blue", file.readToString());
    assertEquals(4, file.length());
    ByteArrayOutputStream copied = new ByteArrayOutputStream();
    file.copyTo(copied);
    assertEquals("blue", copied.toString(UTF_8));
  }

  @Test
  public void findsFilesAsAntDoes() throws Exception {
    for (String each : List.of("a.xml", "x/b.xml", "x/y/c.xml", "x/y/c.txt", "x/.git/d.xml")) {
      dir.child(each).write("", "UTF-8");
    }
    assertEquals(List.of("a.xml"), found("*.xml", null));
    assertEquals(List.of("a.xml", "x/b.xml", "x/y/c.xml"), found("**/*.xml", null));
    assertEquals(List.of("x/b.xml", "x/y/c.txt", "x/y/c.xml"), found("x/", null));
    assertEquals(List.of("a.xml", "x/y/c.txt"), found("a.xml, **/*.txt", null));
    assertEquals(List.of("a.xml"), found("**/*.xml", "x/**"));
    assertEquals(List.of("x/y/c.xml"), found("x/?/c.[x]ml x/?/?.xml", null));
    assertEquals(1, dir.list("**/d.xml", null, false).length);
  }

  @Test
  public void refusesToFindFilesOutsideOrInNoDirectory() {
    assertThrows(IOException.class, () -> dir.list("/etc/*"));
    assertThrows(IOException.class, () -> dir.child("missing").list("*"));
  }

  @Test
  public void listsChildrenByName() throws Exception {
    dir.child("b").mkdirs();
    dir.child("a").write("", "UTF-8");
    assertEquals(List.of(dir.child("a"), dir.child("b")), dir.list());
    assertEquals(List.of(dir.child("b")), dir.listDirectories());
    assertEquals(List.of(), dir.child("missing").list());
  }

  @Test
  public void deletesLinksNotWhatTheyLeadTo() throws Exception {
    FilePath kept = dir.child("kept/file");
    kept.write("", "UTF-8");
    FilePath doomed = dir.child("doomed");
    doomed.child("sub").mkdirs();
    Files.createSymbolicLink(
        new File(doomed.child("link").getRemote()).toPath(),
        new File(kept.getParent().getRemote()).toPath());
    doomed.deleteContents();
    assertTrue(doomed.list().isEmpty());
    doomed.deleteRecursive();
    doomed.deleteRecursive();
    assertFalse(doomed.exists());
    assertTrue(kept.exists());
  }

  @Test
  public void copiesWhatMatches() throws Exception {
    dir.child("from/x/a.txt").write("a", "UTF-8");
    dir.child("from/b.md").write("b", "UTF-8");
    assertEquals(1, dir.child("from").copyRecursiveTo("**/*.txt", dir.child("to")));
    assertEquals("a", dir.child("to/x/a.txt").readToString());
    assertEquals(2, dir.child("from").copyRecursiveTo(dir.child("all")));
  }

  @Test
  public void makesDirectoriesOfItsOwn() throws Exception {
    FilePath one = dir.createTempDir("ws", null);
    FilePath other = dir.createTempDir("ws", "x");
    assertTrue(one.isDirectory() && one.getName().startsWith("ws.tmp"));
    assertTrue(other.isDirectory() && other.getName().startsWith("ws.x"));
  }

  @Test
  public void doesWorkOnTheFile() throws Exception {
    dir.child("f").write("12345", "UTF-8");
    assertEquals(Long.valueOf(5), dir.child("f").act(new Size()));
    assertEquals(Long.valueOf(5), dir.child("f").actAsync(new Size()).get());
  }

  @Test
  public void survivesSerialisation() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(dir.child("a"));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(dir.child("a"), in.readObject());
    }
  }

  private List<String> found(String includes, String excludes) throws Exception {
    return Arrays.stream(dir.list(includes, excludes))
        .map(each -> each.getRemote().substring(dir.getRemote().length() + 1))
        .toList();
  }

  private static final class Size extends MasterToSlaveFileCallable<Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Long invoke(File f, VirtualChannel channel) {
      return f.length();
    }
  }
}
