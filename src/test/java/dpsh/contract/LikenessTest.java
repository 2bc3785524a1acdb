package dpsh.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static Exchange exchange(int status, Map<String, List<String>> headers, String body) throws IOException {
        return Exchange.of("GET", "/x", Exchange.JSON.missingNode(), status, headers, Exchange.JSON.readTree(body));
    }

    @Test
    void shapeCountsAndValuesDoNot() throws IOException {
        assertThat(Likeness.differences(
                        exchange(200, Map.of(), "{\"a\":1,\"b\":null,\"c\":[{\"name\":\"x\",\"d\":\"1\"}]}"),
                        exchange(200, Map.of(), "{\"b\":null,\"a\":2,\"c\":[{\"name\":\"x\",\"d\":\"2\"}]}")))
                .isEmpty();
    }

    @Test
    void tellsOfMembersTypesNullsAndWords() throws IOException {
        assertThat(Likeness.differences(
                        exchange(200, Map.of(), "{\"a\":1,\"b\":null,\"status\":\"Inprogress\",\"n\":14.0}"),
                        exchange(200, Map.of(), "{\"b\":\"\",\"c\":1,\"status\":\"InProgress\",\"n\":14}")))
                .containsExactly(
                        "body: a is missing",
                        "body: b is string, was null",
                        "body: c was not recorded",
                        "body: n is integer, was fraction",
                        "body: status is 'InProgress', was 'Inprogress'");
    }

    @Test
    void tellsOfStatusAndHeaders() throws IOException {
        assertThat(Likeness.differences(exchange(200, Map.of(), "{}"), exchange(404, Map.of(), "{}")))
                .containsExactly("status: 404 in place of 200 ");
        assertThat(Likeness.differences(
                        exchange(202, Map.of("Location", List.of("x")), "{}"),
                        exchange(202, Map.of("Azure-AsyncOperation", List.of("x")), "{}")))
                .containsExactly("header: azure-asyncoperation was not recorded", "header: location is missing");
    }
}
