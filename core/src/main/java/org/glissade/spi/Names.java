package org.glissade.spi;

import java.util.regex.Pattern;

/** What names of providers and settings look like. */
final class Names {
  private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final Pattern SETTING = Pattern.compile(KEBAB);
  private static final Pattern PROVIDER = Pattern.compile("(" + KEBAB + ":)?" + KEBAB);

  private Names() {}

  static boolean isSetting(String name) {
    return SETTING.matcher(name).matches();
  }

  static boolean isProvider(String name) {
    return PROVIDER.matcher(name).matches();
  }
}
