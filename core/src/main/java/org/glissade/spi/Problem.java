package org.glissade.spi;

import java.io.Serializable;
import java.util.ServiceConfigurationError;
import java.util.regex.Pattern;

/**
 * Why a provider was left out of a {@link Catalog}.
 *
 * @param what the class of the provider, or what else is broken
 * @param where the jar, folder or module that it comes from; empty if unknown
 * @param reason what is wrong, on one line
 * @param remedy what can be done about it; empty if that is not known
 */
public record Problem(String what, String where, String reason, String remedy)
    implements Serializable {
  /** One line: {@code acme.SoftClip (acme.jar): NoClassDefFoundError: acme/Lib; add …}. */
  public String describe() {
    return what
        + (where.isEmpty() ? "" : " (" + where + ")")
        + (": " + reason)
        + (remedy.isEmpty() ? "" : "; " + remedy);
  }

  static Problem of(String what, String where, Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof ServiceConfigurationError
            || cause instanceof ExceptionInInitializerError)) {
      cause = cause.getCause();
    }
    return new Problem(what, where, reason(what, cause), remedy(cause));
  }

  private static String reason(String what, Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
    if (cause instanceof ServiceConfigurationError) {
      // "acme.KindProvider: Provider acme.SoftClip not found" says again what is asked about.
      return message
          .substring(message.indexOf(": ") + 1)
          .replaceFirst("(Provider )?" + Pattern.quote(what) + " ", "")
          .strip();
    }
    if (cause instanceof UnsupportedClassVersionError) {
      return "it was compiled for a newer Java";
    }
    return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + message);
  }

  private static String remedy(Throwable cause) {
    if (cause instanceof UnsupportedClassVersionError) {
      return "run it on a newer Java";
    }
    if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
      return "put the library that holds this class on the class path";
    }
    if (cause instanceof ServiceConfigurationError) {
      return "correct what its jar lists below META-INF/services";
    }
    if (cause instanceof LinkageError) {
      return "use a version that was built for this Glissade";
    }
    return "";
  }
}
