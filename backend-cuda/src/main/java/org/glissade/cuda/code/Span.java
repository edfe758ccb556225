package org.glissade.cuda.code;

/**
 * A piece of a program's memory.
 *
 * @param offset of its first byte
 * @param bytes how many
 */
public record Span(long offset, long bytes) {}
