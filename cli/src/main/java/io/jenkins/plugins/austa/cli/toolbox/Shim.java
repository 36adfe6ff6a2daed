package io.jenkins.plugins.austa.cli.toolbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process behind a tool's name on the PATH: hands its arguments to the {@link Toolbox} and
 * passes on what comes back. Uses nothing but java.base, so that it starts in a fraction of a
 * second.
 */
public final class Shim {
  static final int STDOUT = 1;
  static final int STDERR = 2;
  static final int EXIT = 3;

  private Shim() {}

  /**
   * Runs one tool.
   *
   * @param args the toolbox's port, then the tool's name and its arguments; the key comes by
   *     environment
   */
  public static void main(String[] args) throws IOException {
    System.exit(run(Integer.parseInt(args[0]), System.getenv("AUSTA_TOOLBOX_KEY"), args));
  }

  private static int run(int port, String key, String[] args) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      out.writeUTF(key == null ? "" : key);
      out.writeUTF(Path.of("").toAbsolutePath().toString());
      out.writeInt(args.length - 1);
      for (int i = 1; i < args.length; i++) {
        byte[] word = args[i].getBytes(StandardCharsets.UTF_8);
        out.writeInt(word.length);
        out.write(word);
      }
      for (String variable : ToolCall.VARIABLES) {
        String value = System.getenv(variable);
        out.writeUTF(value == null ? "" : value);
      }
      out.flush();
      return answer(new DataInputStream(new BufferedInputStream(socket.getInputStream())));
    }
  }

  private static int answer(DataInputStream in) throws IOException {
    while (true) {
      int kind = in.readByte();
      if (kind == EXIT) {
        System.out.flush();
        System.err.flush();
        return in.readInt();
      }
      byte[] text = new byte[in.readInt()];
      in.readFully(text);
      (kind == STDOUT ? System.out : System.err).write(text, 0, text.length);
    }
  }
}
