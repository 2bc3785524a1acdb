package dpsh.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCheckTest {
    private static final String THING = "/subscriptions/s/providers/Microsoft.DataProtection/things/one";

    @TempDir
    private Path folder;

    private ExchangeCheck check;

    @BeforeEach
    void writeContract() throws IOException {
        Files.writeString(folder.resolve("dataprotection.json"), """
                {"paths":{"/subscriptions/{s}/providers/Microsoft.DataProtection/things/{name}":{
                "put":{"operationId":"Things_Put","parameters":[
                 {"$ref":"../x/common-types/v1/types.json#/parameters/Version"},
                 {"name":"name","in":"path","pattern":"^[a-z]+$"},
                 {"name":"body","in":"body","required":true,"schema":{"$ref":"#/definitions/Thing"}}],
                "responses":{"200":{"schema":{"$ref":"#/definitions/Thing"}},"202":{"headers":{"Location":{}}},
                "default":{"schema":{"$ref":"#/definitions/Refusal"}}}}}},
                "definitions":{
                "Refusal":{"properties":{"error":{"type":"object"}}},
                "Base":{"type":"object","properties":{"id":{"type":"string","readOnly":true}}},
                "Thing":{"allOf":[{"$ref":"#/definitions/Base"}],"required":["kind"],"properties":{
                 "kind":{"type":"string","enum":["big","small"],"x-ms-enum":{"modelAsString":true}},
                 "made":{"type":"string","format":"date-time"},
                 "days":{"type":"integer","format":"int32"},
                 "rule":{"$ref":"#/definitions/Rule"},
                 "tags":{"type":"object","additionalProperties":{"type":"string"}}}},
                "Rule":{"type":"object","discriminator":"objectType","properties":{"objectType":{"type":"string"}}},
                "DailyRule":{"allOf":[{"$ref":"#/definitions/Rule"}],"x-ms-discriminator-value":"Daily",
                 "properties":{"hour":{"type":"integer"}}}}}""");
        Path types = folder.resolve("common-types/v1/types.json");
        Files.createDirectories(types.getParent());
        Files.writeString(types, """
                {"parameters":{"Version":{"name":"api-version","in":"query","required":true,"type":"string"}}}""");
        check = new ExchangeCheck(new Contract(new Schemas(folder)));
    }

    private List<String> findings(String url, String request, int status, Map<String, String> headers, String response)
            throws IOException {
        List<String> lines = new ArrayList<>();
        Map<String, List<String>> many = new java.util.HashMap<>();
        headers.forEach((name, value) -> many.put(name, List.of(value)));
        check.check(Exchange.of(
                        "PUT",
                        url,
                        Exchange.JSON.readTree(request),
                        status,
                        many,
                        response.isEmpty() ? Exchange.JSON.missingNode() : Exchange.JSON.readTree(response)))
                .forEach(finding -> lines.add(finding.kind() + " " + finding.place()));
        return lines;
    }

    private List<String> answer(String body) throws IOException {
        return findings(THING + "?api-version=1", "{\"kind\":\"big\"}", 200, Map.of(), body);
    }

    @Test
    void takesWhatTheContractSays() throws IOException {
        assertThat(answer("""
                {"id":"x","kind":"small","made":"2026-01-01T00:00:00.1234567Z","days":7,
                "rule":{"objectType":"Daily","hour":3},"tags":{"a":"b"}}""")).isEmpty();
    }

    @Test
    void tellsWhatIsUnknownMissingMisspeltOrOfAnotherType() throws IOException {
        assertThat(answer("""
                {"Made":"yesterday","days":7.0,"extra":1,"rule":{"objectType":"Daily","minute":3},"tags":{"a":1}}"""))
                .containsExactlyInAnyOrder(
                        "required 200 kind",
                        "case 200 Made",
                        "format 200 Made",
                        "type 200 days",
                        "unknown 200 extra",
                        "unknown 200 rule.minute",
                        "type 200 tags.*");
    }

    @Test
    void tellsOfEnumsNullsAndSubtypesThatAreNotThere() throws IOException {
        assertThat(answer("{\"kind\":\"huge\",\"made\":null,\"rule\":{\"objectType\":\"Yearly\"}}"))
                .containsExactlyInAnyOrder("enum 200 kind", "null 200 made", "discriminator 200 rule.objectType");
    }

    @Test
    void tellsOfRequestsAsWell() throws IOException {
        assertThat(findings(THING.replace("one", "ONE") + "?x=1", "{\"id\":\"x\",\"kind\":\"big\"}", 202, Map.of(), ""))
                .containsExactlyInAnyOrder(
                        "required query api-version",
                        "unknown query x",
                        "format path name",
                        "readOnly request id",
                        "header 202 Location");
    }

    @Test
    void tellsOfStatusesBodiesAndHeadersThatAreNotDescribed() throws IOException {
        assertThat(findings(THING + "?api-version=1", "{\"kind\":\"big\"}", 204, Map.of(), ""))
                .containsExactly("status 204");
        assertThat(findings(
                        THING + "?api-version=1",
                        "{\"kind\":\"big\"}",
                        202,
                        Map.of("Location", "/here", "Retry-After", "5"),
                        "{}"))
                .containsExactlyInAnyOrder("header 202 retry-after", "format 202 location", "body 202");
        assertThat(findings(THING + "/more?api-version=1", "{}", 200, Map.of(), "{}"))
                .containsExactly("path 200");
    }
}
