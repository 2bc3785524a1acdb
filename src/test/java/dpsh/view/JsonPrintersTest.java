package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonPrintersTest {
    private final Printer json = Printers.of(Format.JSON);
    private final Printer lines = Printers.of(Format.JSONL);

    private static Detail detail(String raw) {
        return Detail.of(List.of(), raw);
    }

    private String pretty(String raw) {
        Paper paper = Paper.pipe();
        json.print(detail(raw), paper.page());
        return paper.out();
    }

    @Test
    void printsAListAsAnIndentedArray() {
        Paper paper = Paper.pipe();
        json.print(Samples.of("a", "日本"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                [
                  {
                    "name": "a",
                    "size": 1.10
                  },
                  {
                    "name": "日本",
                    "size": 1.10
                  }
                ]
                """);
        assertThat(paper.err()).isEmpty();
    }

    @Test
    void printsALinePerObject() {
        Paper paper = Paper.pipe();
        lines.print(Samples.of("a", "b"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                {"name":"a","size":1.10}
                {"name":"b","size":1.10}
                """);
        assertThat(paper.err()).isEmpty();
    }

    @Test
    void printsAnEmptyListAsAnEmptyArrayOrNoLine() {
        Paper paper = Paper.pipe();
        json.print(Samples.empty(), paper.page());
        assertThat(paper.out()).isEqualTo("[]\n");
        Paper linewise = Paper.pipe();
        lines.print(Samples.empty(), linewise.page());
        assertThat(linewise.out() + linewise.err()).isEmpty();
    }

    @Test
    void saysBesideTheDataThatAListIsPartial() {
        for (Printer printer : List.of(json, lines)) {
            Paper paper = Paper.pipe();
            printer.print(Samples.of("a").partial("the \"link\" broke"), paper.page());
            assertThat(paper.err()).isEqualTo("""
                    {"partial":{"count":1,"because":"the \\"link\\" broke"}}
                    """);
        }
    }

    @Test
    void keepsOrderDigitsAndEveryKindOfValue() {
        assertThat(pretty("""
                {"z":1.10,"a":12345678901234567890123,"e":1E+400,"n":null,"t":[true,false],
                "empty":{},"none":[],"text":"a\\"b\\\\\\u0041"}""")).isEqualTo("""
                        {
                          "z": 1.10,
                          "a": 12345678901234567890123,
                          "e": 1E+400,
                          "n": null,
                          "t": [
                            true,
                            false
                          ],
                          "empty": {},
                          "none": [],
                          "text": "a\\"b\\\\A"
                        }
                        """);
    }

    @Test
    void escapesWhatATerminalWouldActOnAndLosesNothing() throws JsonProcessingException {
        String name = "\u001b[31m\u007f\u009b\u202e\u200b\u2028\udb40\udc41日😀";
        ObjectMapper mapper = new ObjectMapper();
        String raw = mapper.writeValueAsString(List.of(name));
        String printed = pretty(raw);
        assertThat(printed).isEqualTo("""
                [
                  "\\u001B[31m\\u007f\\u009b\\u202e\\u200b\\u2028\\udb40\\udc41日😀"
                ]
                """);
        assertThat(mapper.readTree(printed).get(0).textValue()).isEqualTo(name);
    }

    @Test
    void escapesALoneSurrogateInsteadOfLosingItInTheEncoding() {
        assertThat(pretty("\"a\ud83d\"")).isEqualTo("\"a\\ud83d\"\n");
    }

    @Test
    void quotesWhatIsNoJson() {
        assertThat(pretty("<html>")).isEqualTo("\"<html>\"\n");
        assertThat(pretty("{\"a\":1} {\"b\":2}")).isEqualTo("\"{\\\"a\\\":1} {\\\"b\\\":2}\"\n");
        assertThat(pretty("{\"a\":")).isEqualTo("\"{\\\"a\\\":\"\n");
        assertThat(pretty("")).isEqualTo("\"\"\n");
    }

    @Test
    void printsOneThingOnOneLineForPipes() {
        Paper paper = Paper.pipe();
        lines.print(detail("{\n  \"a\" : [ 1, 2 ]\n}"), paper.page());
        assertThat(paper.out()).isEqualTo("{\"a\":[1,2]}\n");
    }
}
