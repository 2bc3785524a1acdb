package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.util.Base64;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves the process, byte for byte. */
class ExchangeRequestTest {
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void sendsTheHeadersThatTheServiceNeeds() throws Exception {
        bench.enqueue(Bench.answer(201, "{}"));
        bench.exchange.send(Bench.put());
        RecordedRequest request = bench.arrived();
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
        assertThat(request.getHeaders().values("User-Agent")).containsExactly("dpsh/test");
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo("Bearer " + bench.sandboxTokens.token(false).value());
        assertThat(request.getHeaders().get("Upgrade")).isNull();
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("7");
        assertThat(request.getBody().utf8()).isEqualTo("{\"a\":1}");
        assertThat(bench.ledger.lines().get(0)).endsWith(request.getHeaders().get("x-ms-client-request-id"));
    }

    @Test
    void sendsAnEmptyPostWithLengthZeroAndNoContentType() throws Exception {
        bench.enqueue(Bench.answer(202, ""));
        bench.exchange.send(new ArmRequest(
                "BackupInstances_StopProtection",
                Effect.CHANGES,
                Verb.POST,
                Bench.INSTANCE + "/stopProtection?api-version=1",
                null,
                Bench.INSTANCE));
        RecordedRequest request = bench.arrived();
        assertThat(request.getRequestLine()).startsWith("POST /subscriptions/s1/");
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
        assertThat(request.getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void sendsEveryVerb() throws Exception {
        for (Verb verb : Verb.values()) {
            bench.enqueue(Bench.answer(200, verb == Verb.HEAD ? "" : "{}"));
            bench.exchange.send(new ArmRequest("X_Get", Effect.READS, verb, "/x", null, null));
            assertThat(bench.arrived().getMethod()).isEqualTo(verb.name());
        }
    }

    @Test
    void followsASignedUrlByteForByte() throws Exception {
        String operation = Base64.getEncoder().encodeToString("0a1b;2c3d-44".getBytes("US-ASCII"));
        String path = "/subscriptions/S1/providers/Microsoft.DataProtection/locations/westUS/./x/../operationStatus//"
                + operation
                + "==?api-version=2025-07-01&t=2023-08-29T03%3a18%3a14&c=" + "MIIHhzCCBm-gAwIBAg".repeat(200)
                + "&s=a+b%2Bc%2f_~!*'();:@,$[]&h=x==&empty=&&z";
        bench.enqueue(Bench.answer(200, "{}"));
        bench.exchange.send(Bench.get(bench.root() + path));
        assertThat(bench.arrived().getRequestLine()).isEqualTo("GET " + path + " HTTP/1.1");
    }

    @Test
    void refusesWhatCouldNotBeSentAsItStands() {
        for (String path : new String[] {"/a b", "/a|b", "/a?q=\"x\"", "/a#b", "/ä", "/%zz", "/a\r\nX: y"}) {
            assertThatThrownBy(() -> bench.exchange.send(Bench.get(path)))
                    .as(path)
                    .isInstanceOfSatisfying(DpshException.Transport.class, e -> assertThat(e.mayHaveArrived())
                            .isFalse());
        }
        assertThat(bench.server.getRequestCount()).isZero();
    }

    @Test
    void keepsTheClientRequestIdOverRetriesAndChangesItBetweenRequests() throws Exception {
        bench.enqueue(Bench.answer(500, "{}"), Bench.answer(200, "{}"), Bench.answer(200, "{}"));
        bench.exchange.send(Bench.read());
        bench.exchange.send(Bench.read());
        String first = bench.arrived().getHeaders().get("x-ms-client-request-id");
        String again = bench.arrived().getHeaders().get("x-ms-client-request-id");
        String other = bench.arrived().getHeaders().get("x-ms-client-request-id");
        assertThat(again).isEqualTo(first).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void returnsStatusHeadersWithoutCaseAndBodyAsItCame() throws Exception {
        bench.enqueue(
                Bench.answer(200, "\uFEFF{\"n\": 14.0, \"ä\": \"\\u00e4\"}").addHeader("Azure-AsyncOperation", "u"));
        ArmResponse response = bench.exchange.send(Bench.read());
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("azure-asyncoperation")).isEqualTo("u");
        assertThat(response.body()).isEqualTo("{\"n\": 14.0, \"ä\": \"\\u00e4\"}");
        assertThat(response.entry()).isNull();
    }
}
