package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTextTest {
    private static final RequestText PUT = new RequestText(
            "PUT", "https://management.azure.com/a?api-version=2025-07-01", "{\"z\":1.0,\"a\":\"\u009b\"}");
    private static final RequestText DELETE = new RequestText("DELETE", "https://management.azure.com/a", null);

    private static String printed(RequestText request, Format format) {
        Paper paper = Paper.pipe();
        request.print(format, paper.page());
        return paper.out();
    }

    private static String printed(List<RequestText> requests, Format format) {
        Paper paper = Paper.pipe();
        RequestText.print(requests, format, paper.page());
        return paper.out();
    }

    @Test
    void showsTheRequestLineAndTheIndentedBody() {
        assertThat(printed(PUT, Format.TABLE)).isEqualTo("""
                PUT https://management.azure.com/a?api-version=2025-07-01
                {
                  "z": 1.0,
                  "a": "\\u009b"
                }
                """);
        assertThat(printed(DELETE, Format.RECORD)).isEqualTo("DELETE https://management.azure.com/a\n");
    }

    @Test
    void showsAnObjectToPrograms() {
        assertThat(printed(PUT, Format.JSON)).isEqualTo("""
                {
                  "method": "PUT",
                  "url": "https://management.azure.com/a?api-version=2025-07-01",
                  "body": {
                    "z": 1.0,
                    "a": "\\u009b"
                  }
                }
                """);
        assertThat(printed(DELETE, Format.JSONL)).isEqualTo("""
                {"method":"DELETE","url":"https://management.azure.com/a","body":null}
                """);
    }

    @Test
    void showsABodyThatIsNoJsonAsItIs() {
        RequestText odd = new RequestText("PUT", "https://x/\u001b[2J", "line one\nline\u001b[1m two");
        assertThat(printed(odd, Format.TABLE)).isEqualTo("PUT https://x/\nline one\nline two\n");
        assertThat(printed(odd, Format.JSONL))
                .isEqualTo(
                        "{\"method\":\"PUT\",\"url\":\"https://x/\\u001B[2J\",\"body\":\"line one\\nline\\u001B[1m two\"}\n");
    }

    @Test
    void showsSeveralInTheirOrder() {
        assertThat(printed(List.of(DELETE, DELETE), Format.TABLE))
                .isEqualTo("DELETE https://management.azure.com/a\n\nDELETE https://management.azure.com/a\n");
        assertThat(printed(List.of(PUT, DELETE), Format.JSONL).lines()).hasSize(2);
        assertThat(printed(List.of(DELETE), Format.JSON)).isEqualTo("""
                [
                  {
                    "method": "DELETE",
                    "url": "https://management.azure.com/a",
                    "body": null
                  }
                ]
                """);
        assertThat(printed(List.of(), Format.JSON)).isEqualTo("[]\n");
    }
}
