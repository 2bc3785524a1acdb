package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroovyTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "x = [1,",
                "f(",
                "xs.each {",
                "xs.each { it ->\n  println it",
                "def f(a) {\n  [a",
                "'''abc",
                "\"\"\"abc\ndef",
                "\"a ${x.collect { it",
                "1 +",
                "x =",
                "a &&",
                "a ? b :",
                "xs.",
                "x <",
                "x >",
                "x as",
                "y instanceof",
                "x in",
                "1 + \\",
                "[1, // ]\n",
                "1 + /* two",
                "x + // more\n",
                "x = /a",
                "$/ab",
                "'a' +",
                "'abc\\",
                "{ -> '}'",
                "// only a comment",
            })
    void goesOnInTheNextLine(String text) {
        assertThat(GroovyText.open(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "x = [1, 2]",
                "xs.each { it }",
                "x++",
                "x--",
                "-1",
                "'a' + '['",
                "\"${x + '}'}\"",
                "\"a ${[1, 2].collect { \"${it}\" }} b\"",
                "'''a\nb'''",
                "\"\"\"${x}\"\"\"",
                "6 / 2",
                "(6) / 2 / 1",
                "x =~ /a[b/",
                "x = /a\\/b/",
                "[/(/, /[/]",
                "return /{/",
                "$/a{/$",
                "import java.util.*",
                "import java.time.Duration",
                "x as List<String>",
                "_.in",
                "x // [",
                "x /* [ */",
                "x /* [ */ // +",
                "'abc",
                "\"abc",
                "'abc\ndef [",
                ")",
                "[1)",
                "def f(a) {\n  a\n}",
                "x;",
                "this*.x",
                "'a\\'[' ",
                "\"\\${\"",
            })
    void endsHereOrIsWrongAlready(String text) {
        assertThat(GroovyText.open(text)).isNull();
    }

    @Test
    void saysWhatIsOpenAndWhere() {
        assertThat(GroovyText.open("f(\n [1, {")).isEqualTo("the { in line 2 is not closed");
        assertThat(GroovyText.open("x = '''a\nb")).isEqualTo("the ''' in line 1 is not closed");
        assertThat(GroovyText.open("1 +")).isEqualTo("something is missing at its end");
        assertThat(GroovyText.open(" ")).isEqualTo("it is empty");
    }
}
