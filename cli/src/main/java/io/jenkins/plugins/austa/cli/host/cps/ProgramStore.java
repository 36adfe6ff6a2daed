package io.jenkins.plugins.austa.cli.host.cps;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps the latest state of a program in a file.
 *
 * <p>Each state is read back before it replaces the one in the file, so what the file holds can
 * always be read; the file is replaced as a whole or not at all.
 */
public final class ProgramStore {
  private final Path file;
  private final ClassLoader loader;

  /**
   * Uses {@code file}, whose directory must exist.
   *
   * @param loader the class loader of the compiled scripts
   */
  public ProgramStore(Path file, ClassLoader loader) {
    this.file = file;
    this.loader = loader;
  }

  /**
   * Saves the program as it is.
   *
   * @throws ProgramNotSerialisableException when the program holds something that cannot be saved
   * @throws IOException when the file cannot be written
   */
  public void save(Program program) throws ProgramNotSerialisableException, IOException {
    byte[] state = write(program);
    readBack(program, state);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, state);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] write(Program program) throws ProgramNotSerialisableException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Object[] latest = new Object[1];
    try (ProgramWriter out = new ProgramWriter(bytes, program.host())) {
      try {
        out.writeObject(program);
      } finally {
        latest[0] = out.latest();
      }
    } catch (NotSerializableException e) {
      throw new ProgramNotSerialisableException(
          UnsaveableObject.describe(program, latest[0], program.host()), e);
    } catch (IOException | RuntimeException e) {
      throw new ProgramNotSerialisableException("The program cannot be saved: " + e, e);
    }
    return bytes.toByteArray();
  }

  private void readBack(Program program, byte[] state) throws ProgramNotSerialisableException {
    try (ProgramReader in =
        new ProgramReader(new ByteArrayInputStream(state), program.host(), loader)) {
      in.readObject();
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new ProgramNotSerialisableException(
          "The program was saved but cannot be read back, so it would not survive a restart: " + e,
          e);
    }
  }
}
