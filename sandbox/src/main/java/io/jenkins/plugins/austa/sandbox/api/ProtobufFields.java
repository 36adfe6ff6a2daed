package io.jenkins.plugins.austa.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one protobuf message, by number, without knowing its type. */
final class ProtobufFields {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final byte[] data;
  private final Map<Integer, List<byte[]>> bytes = new HashMap<>();
  private final Map<Integer, Long> numbers = new HashMap<>();
  private int at;

  private ProtobufFields(byte[] data) {
    this.data = data;
  }

  static ProtobufFields parse(byte[] message) {
    ProtobufFields fields = new ProtobufFields(message);
    try {
      while (fields.at < message.length) {
        fields.readField();
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw ApiException.badRequest("the body of the request is truncated protobuf");
    }
    return fields;
  }

  /** All values of a field with bytes, strings or messages. */
  List<byte[]> all(int field) {
    return bytes.getOrDefault(field, List.of());
  }

  /** The message in a field, one without fields when it is absent. */
  ProtobufFields message(int field) {
    List<byte[]> values = all(field);
    return parse(values.isEmpty() ? new byte[0] : values.get(values.size() - 1));
  }

  Optional<String> text(int field) {
    return all(field).stream().reduce((first, last) -> last).map(ProtobufFields::utf8);
  }

  Optional<Long> number(int field) {
    return Optional.ofNullable(numbers.get(field));
  }

  static String utf8(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  private void readField() {
    int tag = (int) readVarint();
    int field = tag >>> 3;
    switch (tag & 7) {
      case VARINT -> numbers.put(field, readVarint());
      case FIXED64 -> at += Long.BYTES;
      case FIXED32 -> at += Integer.BYTES;
      case BYTES -> {
        int length = (int) readVarint();
        if (length < 0 || length > data.length - at) {
          throw new ArrayIndexOutOfBoundsException(length);
        }
        byte[] value = Arrays.copyOfRange(data, at, at + length);
        bytes.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
        at += length;
      }
      default -> throw ApiException.badRequest("the body of the request is not protobuf");
    }
  }

  private long readVarint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = data[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
