package org.glissade.cuda.driver;

import static org.bytedeco.cuda.global.cudart.cuDeviceGetAttribute;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetCount;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetName;
import static org.bytedeco.cuda.global.cudart.cuDeviceTotalMem;
import static org.bytedeco.cuda.global.cudart.cuDriverGetVersion;
import static org.glissade.cuda.driver.Calls.check;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.SizeTPointer;

/** What the driver says of itself and of the devices. */
final class Devices {
  private static final int PROCESSORS = 16;
  private static final int MAJOR = 75;
  private static final int MINOR = 76;
  private static final int LONGEST_NAME = 256;

  private Devices() {}

  /** The newest CUDA that the driver knows: 13010 is 13.1. */
  static int driverVersion() {
    int[] version = new int[1];
    check(cuDriverGetVersion(version), "cuDriverGetVersion");
    return version[0];
  }

  static int count() {
    int[] count = new int[1];
    check(cuDeviceGetCount(count), "cuDeviceGetCount");
    return count[0];
  }

  static DeviceInfo info(int ordinal) {
    byte[] name = new byte[LONGEST_NAME];
    check(cuDeviceGetName(name, name.length, ordinal), "cuDeviceGetName");
    int length = 0;
    while (length < name.length && name[length] != 0) {
      length++;
    }
    try (SizeTPointer memory = new SizeTPointer(1)) {
      check(cuDeviceTotalMem(memory, ordinal), "cuDeviceTotalMem");
      return new DeviceInfo(
          new String(name, 0, length, StandardCharsets.UTF_8),
          10 * attribute(MAJOR, ordinal) + attribute(MINOR, ordinal),
          attribute(PROCESSORS, ordinal),
          memory.get());
    }
  }

  private static int attribute(int attribute, int ordinal) {
    int[] value = new int[1];
    check(cuDeviceGetAttribute(value, attribute, ordinal), "cuDeviceGetAttribute " + attribute);
    return value[0];
  }
}
