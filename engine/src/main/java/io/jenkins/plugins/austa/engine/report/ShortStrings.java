package io.jenkins.plugins.austa.engine.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Cuts long strings on their way into JSON and says how much is missing. */
final class ShortStrings extends SimpleModule {
  private static final long serialVersionUID = 1L;
  static final int MOST_CHARACTERS = 2_000;

  ShortStrings() {
    addSerializer(
        String.class,
        new StdSerializer<>(String.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(String value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(cut(value, MOST_CHARACTERS));
          }
        });
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    // Never in the middle of a character that takes two.
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "… (" + HumanTime.count(text.length() - end) + " more)";
  }
}
