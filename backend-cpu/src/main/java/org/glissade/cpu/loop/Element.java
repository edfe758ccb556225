package org.glissade.cpu.loop;

/** What generated loops do to one element where Java has no instruction or method for it. */
final class Element {
  private Element() {}

  static float less(float x, float y) {
    return x < y ? 1f : 0f;
  }

  static float lessOrEqual(float x, float y) {
    return x <= y ? 1f : 0f;
  }

  static float equal(float x, float y) {
    return x == y ? 1f : 0f;
  }

  static float isFinite(float x) {
    return Math.abs(x) <= Float.MAX_VALUE ? 1f : 0f;
  }

  static float reciprocalOrZero(float x) {
    return x == 0f ? 0f : 1f / x;
  }

  static float select(float condition, float yes, float no) {
    return condition != 0f ? yes : no;
  }
}
