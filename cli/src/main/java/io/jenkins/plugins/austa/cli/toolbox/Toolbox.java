package io.jenkins.plugins.austa.cli.toolbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A folder for the PATH with a command for each tool that the machine lacks; every call of one
 * comes back here over loopback and is answered in this process, where the sandbox and its
 * libraries already run.
 */
public final class Toolbox implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final Set<String> used = new ConcurrentSkipListSet<>();
  private final Path folder;
  private final String key;
  private final ServerSocket server;
  private final ExecutorService calls =
      Executors.newCachedThreadPool(task -> daemon(task, "toolbox"));

  private Toolbox(Path folder, List<Tool> tools) throws IOException {
    this.folder = folder;
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    this.key = HexFormat.of().formatHex(random);
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    tools.forEach(tool -> this.tools.put(tool.name(), tool));
  }

  /**
   * Opens a toolbox.
   *
   * @param folder where the commands are written; made when it is not there
   * @param tools the tools to offer
   */
  public static Toolbox open(Path folder, List<Tool> tools) throws IOException {
    Files.createDirectories(folder);
    Toolbox toolbox = new Toolbox(folder, tools);
    for (Tool tool : tools) {
      toolbox.writeCommand(tool);
    }
    daemon(toolbox::accept, "toolbox-accept").start();
    return toolbox;
  }

  /** The folder to put first on the PATH. */
  public Path folder() {
    return folder;
  }

  /** What the commands need in their environment. */
  public Map<String, String> environment() {
    return Map.of("AUSTA_TOOLBOX_KEY", key);
  }

  /** The tools that were called so far, in the order of their names. */
  public List<Tool> used() {
    return used.stream().map(tools::get).toList();
  }

  private void writeCommand(Tool tool) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String start =
        "exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx32m -cp '%s' %s %d %s"
            .formatted(
                java,
                ShimJar.path(folder),
                Shim.class.getName(),
                server.getLocalPort(),
                tool.name());
    String about = tool.name() + ": " + tool.how().word() + ". " + tool.provenance();
    String script =
        String.join(
            "\n",
            "#!/bin/sh",
            "# " + about.replace('\n', ' '),
            passOn(tool),
            start + " \"$@\"",
            "");
    Path command = folder.resolve(tool.name());
    Files.writeString(command, script);
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String passOn(Tool tool) {
    Optional<Path> real = Commands.find(tool.name());
    return tool.onlyFor().isEmpty() || real.isEmpty()
        ? ""
        : "[ \"$1\" = '" + tool.onlyFor().get() + "' ] || exec '" + real.get() + "' \"$@\"";
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        calls.execute(() -> answer(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException("the toolbox stopped listening", e);
        }
      }
    }
  }

  private void answer(Socket socket) {
    try (socket;
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
      if (!in.readUTF().equals(key)) {
        return;
      }
      ToolCall call = read(in, new Frames(out));
      used.add(call.tool());
      int code = run(tools.get(call.tool()), call);
      call.out().flush();
      call.err().flush();
      out.writeByte(Shim.EXIT);
      out.writeInt(code);
    } catch (IOException e) {
      // The caller is gone (its step was stopped): nobody is left to tell.
      System.getLogger(Toolbox.class.getName()).log(System.Logger.Level.DEBUG, "call ended", e);
    }
  }

  private static int run(Tool tool, ToolCall call) {
    try {
      return tool.run(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    } catch (Exception e) {
      call.err().println(call.tool() + " (" + tool.how().word() + "): " + e.getMessage());
      return 70;
    }
  }

  private static ToolCall read(DataInputStream in, Frames frames) throws IOException {
    Path directory = Path.of(in.readUTF());
    String[] words = new String[in.readInt()];
    for (int i = 0; i < words.length; i++) {
      words[i] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
    Map<String, String> environment = new LinkedHashMap<>();
    for (String variable : ToolCall.VARIABLES) {
      String value = in.readUTF();
      if (!value.isEmpty()) {
        environment.put(variable, value);
      }
    }
    List<String> all = List.of(words);
    return new ToolCall(
        all.get(0),
        all.subList(1, all.size()),
        directory,
        environment,
        frames.stream(Shim.STDOUT),
        frames.stream(Shim.STDERR));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    server.close();
    calls.shutdownNow();
  }
}
