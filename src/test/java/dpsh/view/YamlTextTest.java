package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlTextTest {
    /** A reader of YAML 1.1, which takes more words for something else than a text than any other. */
    private static Object read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(yaml);
    }

    @Test
    void aResourceReadsAsItIsWritten() {
        assertThat(YamlText.of(
                        "{\"name\":\"d1\",\"properties\":{\"size\":1.50,\"tags\":[\"a\",{\"k\":[]}],\"none\":null,"
                                + "\"empty\":{}},\"on\":true}"))
                .isEqualTo("""
                    name: d1
                    properties:
                      size: 1.50
                      tags:
                      - a
                      - k: []
                      none: null
                      empty: {}
                    "on": true
                    """);
    }

    @Test
    void elementsStandBehindDashes() {
        assertThat(YamlText.element("{\"a\":1,\"b\":[[1,2],[]]}")).isEqualTo("""
            - a: 1
              b:
              - - 1
                - 2
              - []
            """);
        assertThat(YamlText.element("\"x y\"")).isEqualTo("- x y\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a",
                "a ",
                "yes",
                "No",
                "on",
                "y",
                "null",
                "~",
                "1",
                "-1.5",
                "1e3",
                "0x1f",
                "1_000",
                "12:30:45",
                "2026-11-20",
                "2026-11-20T13:00:00Z",
                ".inf",
                "NaN",
                "=",
                "<<",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "{a",
                "[a",
                "'a",
                "\"a",
                "|",
                ">",
                "?",
                "a\nb",
                "\n",
                "a\\b",
                "--- a",
                "...",
                "a,b]",
                "漢字 x",
                "😀",
                "/sub/x",
                "True"
            })
    void everyTextComesBackAsThatText(String text) {
        String json = JsonText.of(Map.of("k", text, text.isEmpty() ? "e" : text, "v"));
        assertThat(read(YamlText.of(json))).isEqualTo(Map.of("k", text, text.isEmpty() ? "e" : text, "v"));
    }

    /** Red when a name is written as texts are by default: readers look for the colon 1024 characters far. */
    @Test
    void aLongNameIsStillAName() {
        String name = "n".repeat(4000);
        assertThat(read(YamlText.of(JsonText.of(Map.of("a", Map.of(name, List.of(1)))))))
                .isEqualTo(Map.of("a", Map.of(name, List.of(1))));
    }

    @Test
    void nothingReachesATerminalThatItWouldActOn() {
        String hostile = "\u001b[31m\u0007\u009b\u202e\u200b\u2028\ufeff\udb40\udc41";
        String yaml = YamlText.of(JsonText.of(Map.of(hostile, hostile)));
        assertThat(yaml.codePoints().filter(c -> c != '\n').noneMatch(PlainText::isUnsafe))
                .isTrue();
        assertThat(read(yaml)).isEqualTo(Map.of(hostile, hostile));
    }

    /** Red with a plain scalar for any of the words and marks of YAML, or a wrong depth. */
    @Property(tries = 300)
    void whatIsWrittenIsReadBack(@ForAll("values") Object value) throws Exception {
        String json = JsonText.ofAny(value);
        JsonNode back = new YAMLMapper().readTree(YamlText.of(json));
        assertThat(back).isEqualTo(new ObjectMapper().readTree(json));
        assertThat(new YAMLMapper().readTree(YamlText.element(json)).get(0)).isEqualTo(back);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("ab y:-#?|>'\"\\{}[],&*!%@`=~1.\t\n\u001b\u202eä漢")
                .ofMaxLength(6);
        Arbitrary<Object> single = Arbitraries.oneOf(
                texts.map(text -> text), Arbitraries.integers().map(number -> number), Arbitraries.of(true, false));
        return Arbitraries.lazyOf(
                () -> single,
                () -> single,
                () -> values().list().ofMaxSize(3).map(list -> list),
                () -> Arbitraries.maps(texts, values()).ofMaxSize(3).map(map -> map));
    }
}
