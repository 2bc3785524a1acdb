package dpsh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ErrorBody;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorJsonTest {
    private static ErrorBody read(String body) {
        return ErrorJson.read(400, Map.of(), body);
    }

    @Test
    void pullsTheBuriedSentenceUp() {
        ErrorBody error =
                read(Sample.of("articles/disk-validate-status-failed.http").body());
        assertThat(error.code()).isEqualTo("UserErrorMissingRequiredPermissions");
        assertThat(error.cause()).startsWith("Validate for Protection failed. Exception Message: The client ");
        assertThat(error.recommendedActions()).hasSize(1);
        assertThat(error.activityId()).isEqualTo("3e7cacb3-65cd-4b3c-8145-71fe90d57327");
    }

    @Test
    void theInnermostOfNestedErrorsCounts() {
        ErrorBody error = read("""
                {"error":{"code":"Outer","message":"outer","innerError":{"code":"One",
                 "additionalInfo":{"DetailedNonLocalisedMessage":"first"},
                 "embeddedInnerError":{"code":"Two","additionalInfo":{},
                  "innerError":{"code":"Three","additionalInfo":{"detailednonlocalisedmessage":"deepest"}}}}}}""");
        assertThat(error.cause()).isEqualTo("deepest");
    }

    @Test
    void aLevelWithoutASentenceDoesNotHideTheOneAbove() {
        ErrorBody error = read("""
                {"error":{"code":"C","message":"m","innerError":{"additionalInfo":{"DetailedNonLocalisedMessage":"kept"},
                 "embeddedInnerError":{"additionalInfo":{"DetailedNonLocalisedMessage":" "},"embeddedInnerError":null}}}}""");
        assertThat(error.cause()).isEqualTo("kept");
    }

    @Test
    void anEndlessNestIsReadToADepth() {
        String body = "{\"error\":{\"code\":\"C\",\"innerError\":" + "{\"innerError\":".repeat(300) + "{}"
                + "}".repeat(300) + "}}";
        assertThat(read(body).code()).isEqualTo("C");
    }

    @Test
    void readsArmsEnvelope() {
        ErrorBody error = read("""
                {"error":{"code":"AuthorizationFailed","message":"The client 'x' may not.","target":"t",
                 "details":[{"code":"LinkedAuthorizationFailed","message":"the other scope"},{"message":"two"}]}}""");
        assertThat(error)
                .isEqualTo(new ErrorBody(
                        "AuthorizationFailed",
                        "The client 'x' may not.",
                        "LinkedAuthorizationFailed: the other scope; two",
                        List.of(),
                        null,
                        "t"));
        assertThat(error.is("authorizationfailed")).isTrue();
    }

    @Test
    void readsAnErrorWithoutItsEnvelope() {
        assertThat(read("{\"Code\":\"C\",\"Message\":\"m\"}")).isEqualTo(ErrorBody.of("C", "m"));
    }

    @Test
    void aCauseThatOnlyRepeatsTheMessageIsNone() {
        assertThat(read("{\"error\":{\"code\":\"C\",\"message\":\"m\",\"details\":[{\"message\":\"m\"}]}}")
                        .cause())
                .isNull();
    }

    @Test
    void takesTheHeadersCodeWhenTheBodyHasNone() {
        Map<String, String> headers = Map.of("x-ms-error-code", "UserErrorGenericResourceNotFound");
        assertThat(ErrorJson.read(404, headers, "")).isEqualTo(ErrorBody.of("UserErrorGenericResourceNotFound", ""));
        assertThat(ErrorJson.read(404, headers, "{\"error\":{\"message\":\"m\"}}")
                        .code())
                .isEqualTo("UserErrorGenericResourceNotFound");
        assertThat(ErrorJson.read(404, headers, "{\"error\":{\"code\":\"Own\"}}")
                        .code())
                .isEqualTo("Own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><body>Bad gateway</body></html>",
                "{\"error\":",
                "[]",
                "null",
                "\"error\"",
                "{}",
                "{\"error\":null}",
                "{\"error\":[]}",
                "{\"error\":\"text\"}",
                "{\"error\":{\"code\":{},\"message\":[]}}",
                "{\"error\":{\"code\":null,\"additionalInfo\":\"x\",\"details\":3,\"innerError\":[1]}}",
                "{\"error\":{\"additionalInfo\":[null,1,{\"info\":null}]}}"
            })
    void garbageIsTheStatusAndNeverACrash(String body) {
        assertThat(ErrorJson.read(502, Map.of(), body).code()).isEqualTo("HTTP 502");
    }

    @Test
    void severalAdvicesKeepTheirOrderAndOneAloneCounts() {
        assertThat(read("{\"error\":{\"code\":\"C\",\"recommendedAction\":[\"one\",\"two\",null]}}")
                        .recommendedActions())
                .containsExactly("one", "two");
        assertThat(read("{\"error\":{\"code\":\"C\",\"recommendedAction\":\"alone\"}}")
                        .recommendedActions())
                .containsExactly("alone");
    }
}
