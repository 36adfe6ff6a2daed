package io.jenkins.plugins.austa.cli.toolbox;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Carries a tool's two output streams over one connection, each piece with its kind and length. */
final class Frames {
  private final DataOutputStream out;

  Frames(DataOutputStream out) {
    this.out = out;
  }

  PrintStream stream(int kind) {
    OutputStream pieces =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            synchronized (out) {
              out.writeByte(kind);
              out.writeInt(length);
              out.write(bytes, offset, length);
              out.flush();
            }
          }
        };
    return new PrintStream(new java.io.BufferedOutputStream(pieces), false, StandardCharsets.UTF_8);
  }
}
