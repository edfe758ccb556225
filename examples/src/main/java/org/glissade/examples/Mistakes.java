package org.glissade.examples;

import java.io.PrintStream;
import java.util.Set;
import org.glissade.data.DataException;
import org.glissade.nn.OutputException;
import org.glissade.spi.Nearest;
import org.glissade.spi.UnknownProviderException;
import org.glissade.spi.text.LocatedException;
import org.glissade.tensor.ShapeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Answers what goes wrong: one line and exit code 2 where the user can do something about it, else
 * the stack trace and exit code 1.
 */
record Mistakes(PrintStream err) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String HELP = "; --help shows the options";

  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return refuse(unknown(unmatched));
    }
    if (mistake.getCause() instanceof TypeConversionException cause
        && mistake.getArgSpec() instanceof OptionSpec option) {
      return refuse(option.longestName() + " " + cause.getMessage());
    }
    return refuse(mistake.getMessage() + HELP);
  }

  private static String unknown(UnmatchedArgumentException mistake) {
    String given = mistake.getUnmatched().get(0);
    String name = given.replaceFirst("=.*", "");
    Set<String> options = mistake.getCommandLine().getCommandSpec().optionsMap().keySet();
    return name.startsWith("-")
        ? "there is no option "
            + name
            + Nearest.to(name, options).map(near -> "; did you mean " + near + "?").orElse(HELP)
        : "'" + given + "' belongs to no option" + HELP;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof InputException
        || failure instanceof LocatedException
        || failure instanceof DataException
        || failure instanceof ShapeException
        || failure instanceof OutputException) {
      return refuse(failure.getMessage() + list(failure));
    }
    err.println("error: this should not have happened: " + failure);
    failure.printStackTrace(err);
    return ExitCode.SOFTWARE;
  }

  /** How to see the names where a message leaves some out. */
  private static String list(@Nullable Throwable failure) {
    if (failure == null) {
      return "";
    }
    return failure instanceof UnknownProviderException unknown && unknown.isShortened()
        ? " --list shows all."
        : list(failure.getCause());
  }

  private int refuse(String message) {
    err.println("error: " + message.lines().findFirst().orElse(""));
    return ExitCode.USAGE;
  }
}
