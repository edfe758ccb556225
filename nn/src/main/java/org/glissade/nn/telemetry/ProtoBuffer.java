package org.glissade.nn.telemetry;

import java.util.Arrays;

/** Writes fields of protocol buffers into an array that grows and is used again. */
final class ProtoBuffer {
  private byte[] bytes = new byte[256];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  byte[] array() {
    return bytes;
  }

  /** An integer, seven bits to a byte, the lowest first. */
  void varint(long number) {
    room(10);
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void fixed32(int key, int bits) {
    varint(key);
    fixed(bits, Integer.BYTES);
  }

  void fixed64(int key, long bits) {
    varint(key);
    fixed(bits, Long.BYTES);
  }

  private void fixed(long bits, int length) {
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) (bits >>> (8 * i));
    }
  }

  void field(int key, byte[] data) {
    field(key, data, data.length);
  }

  void field(int key, ProtoBuffer message) {
    field(key, message.bytes, message.size);
  }

  private void field(int key, byte[] data, int length) {
    varint(key);
    varint(length);
    room(length);
    System.arraycopy(data, 0, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
