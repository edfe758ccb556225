package org.glissade.nn.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.glissade.nn.NamedTensor;

/**
 * The contents of a safetensors file (the format of Hugging Face, since 2026 of the Linux
 * Foundation): eight bytes with the length of a JSON header, the header, then the numbers of all
 * tensors, little-endian and without gaps.
 *
 * @param metadata texts by name
 * @param tensors numbers by name
 */
record SafeTensors(SortedMap<String, String> metadata, SortedMap<String, NamedTensor> tensors) {
  /** The key of the metadata in the header. */
  static final String METADATA = "__metadata__";

  /** The metadata that hold the {@link #checksum} of the rest, in hexadecimal. */
  static final String CHECKSUM = "crc32c";

  /** Bytes before the header. */
  static final int PREFIX = 8;

  SafeTensors {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
  }

  /**
   * The CRC-32C of the header: a line for each of the metadata and for each tensor. That of the
   * file goes on from here over all bytes behind the header.
   */
  static CRC32C checksum(SortedMap<String, String> metadata, List<TensorEntry> entries) {
    StringBuilder lines = new StringBuilder();
    metadata.forEach((key, text) -> lines.append(key).append('=').append(text).append('\n'));
    for (TensorEntry entry : entries) {
      lines.append(entry.name()).append(' ').append(entry.type()).append(' ');
      lines.append(entry.shape()).append(' ').append(entry.begin()).append('\n');
    }
    CRC32C checksum = new CRC32C();
    checksum.update(lines.toString().getBytes(StandardCharsets.UTF_8));
    return checksum;
  }

  static SafeTensors of(Map<String, String> metadata, Map<String, NamedTensor> tensors) {
    return new SafeTensors(new TreeMap<>(metadata), new TreeMap<>(tensors));
  }
}
