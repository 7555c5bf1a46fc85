package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viewstream.stack.clickhouse.SqlTokens.Kind;
import viewstream.stack.clickhouse.SqlTokens.Token;

class SqlTokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a 'b ''c'' \\' d' e   | a · 'b ''c'' \\' d' · e
          `a``b` "c\\"d"        | `a``b` · "c\\"d"
          a--b c                | a
          a/*b*/c               | a · c
          a # b                 | a
          a(b[1])               | a · ( · b · [ · 1 · ] · )
          'open                 | 'open
          """)
  void cutsWordsQuotesAndSymbols(String sql, String expected) {
    assertThat(tokens(sql)).extracting(Token::text).containsExactly(expected.split(" · "));
  }

  @Test
  void countsOpenBrackets() {
    assertThat(tokens("a (b (c) [d]) e").stream().filter(t -> t.kind() == Kind.WORD))
        .extracting(Token::depth)
        .containsExactly(0, 1, 2, 2, 0);
  }

  @Test
  void coversAnyTextInOrderWithoutOverlap() {
    Random random = new Random(1);
    String alphabet = "ab1 '\"`\\()[]{};,-/*#\n\t\u00e9";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder sql = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int end = 0;
      for (Token token : tokens(sql.toString())) {
        assertThat(token.start()).as(sql.toString()).isGreaterThanOrEqualTo(end);
        assertThat(token.end()).as(sql.toString()).isGreaterThan(token.start());
        end = token.end();
      }
      assertThat(end).isLessThanOrEqualTo(sql.length());
    }
  }

  private static List<Token> tokens(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    List<Token> list = new ArrayList<>();
    for (Token token = tokens.next(); token != null; token = tokens.next()) {
      list.add(token);
    }
    return list;
  }
}
