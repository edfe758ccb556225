package org.glissade.spi.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text form of a chain. Blanks and line ends may stand between any two parts.
 *
 * <pre>
 *   chain    = link { "|" link }
 *   link     = [ word ": " ] name [ arguments ]
 *   arguments= "(" [ argument { "," argument } ] ")"
 *   argument = [ word "=" ] value
 *   value    = number | name | name arguments | text | "{" chain "}"
 *   name     = [ word ":" ] word             the vendor's colon has no blank after it
 *   word     = letter { letter | digit | "-" | "_" }
 *   text     = any characters between " and ", or between ' and '; \ keeps the next character
 * </pre>
 */
public final class ChainParser {
  private static final int MAX_DEPTH = 50;
  private static final String A_NAME = "a name such as clip-by-norm";

  private final Scanner scanner;
  private int depth;

  private ChainParser(String text) {
    this.scanner = new Scanner(text);
  }

  /**
   * Reads a chain.
   *
   * @throws ChainSyntaxException if the text is not a chain
   */
  public static ChainText parse(String text) {
    ChainParser parser = new ChainParser(text);
    ChainText chain = parser.chain();
    if (!parser.scanner.atEnd()) {
      throw parser.scanner.expected(next(chain) + " or the end");
    }
    return chain;
  }

  private ChainText chain() {
    List<LinkText> links = new ArrayList<>();
    do {
      links.add(link());
    } while (scanner.accept('|'));
    return new ChainText(links);
  }

  private LinkText link() {
    Position start = scanner.position();
    String name = name();
    if (name.indexOf(':') < 0 && scanner.accept(':')) {
      return new LinkText(Optional.of(name), call(scanner.position(), name()));
    }
    return LinkText.of(call(start, name));
  }

  private String name() {
    if (!scanner.sees(Syntax::startsWord)) {
      throw scanner.expected(A_NAME);
    }
    return scanner.name();
  }

  private CallText call(Position start, String name) {
    return new CallText(name, scanner.sees(c -> c == '(') ? arguments() : List.of(), start);
  }

  private List<Argument> arguments() {
    Position open = enter('(');
    List<Argument> arguments = new ArrayList<>();
    if (!scanner.sees(c -> c == ')')) {
      do {
        arguments.add(argument());
      } while (scanner.accept(','));
    }
    leave(')', "',' or ')' to close '(' opened at " + open.describe());
    return arguments;
  }

  private Argument argument() {
    Position start = scanner.position();
    if (scanner.sees(Syntax::startsWord)) {
      String name = scanner.name();
      if (name.indexOf(':') < 0 && scanner.accept('=')) {
        return new Argument(Optional.of(name), value(), start);
      }
      return new Argument(Optional.empty(), wordOrCall(start, name), start);
    }
    return new Argument(Optional.empty(), value(), start);
  }

  private Value value() {
    Position start = scanner.position();
    if (scanner.sees(Syntax::startsWord)) {
      return wordOrCall(start, scanner.name());
    }
    if (scanner.sees(Syntax::startsNumber)) {
      return scanner.number();
    }
    if (scanner.sees(c -> c == '"' || c == '\'')) {
      return scanner.quoted();
    }
    if (scanner.sees(c -> c == '{')) {
      return braces();
    }
    throw scanner.expected("a value (a number, a word, \"text\", name(...) or {chain})");
  }

  private Value wordOrCall(Position start, String name) {
    return scanner.sees(c -> c == '(') ? call(start, name) : new WordValue(name, start);
  }

  private ChainValue braces() {
    Position open = enter('{');
    ChainText chain = chain();
    leave('}', next(chain) + " or '}' to close '{' opened at " + open.describe());
    return new ChainValue(chain, open);
  }

  /** What may follow a chain: the last link may still get settings, if it has none. */
  private static String next(ChainText chain) {
    LinkText last = chain.links().get(chain.links().size() - 1);
    return last.call().arguments().isEmpty()
        ? "'(' and settings, '|' and a link,"
        : "'|' and a link,";
  }

  private Position enter(char bracket) {
    Position open = scanner.position();
    if (++depth > MAX_DEPTH) {
      throw new ChainSyntaxException(
          open, "brackets are nested more than " + MAX_DEPTH + " deep; use fewer");
    }
    scanner.accept(bracket);
    return open;
  }

  private void leave(char bracket, String expected) {
    if (!scanner.accept(bracket)) {
      throw scanner.expected(expected);
    }
    depth--;
  }
}
