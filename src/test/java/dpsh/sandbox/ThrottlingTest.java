package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottlingTest {
    private static final String DELETE_NOTHING = Wire.instance("none", Wire.NEW);

    @Test
    void emptyBucketIs429UntilItRefills() {
        try (Wire wire = new Wire()) {
            for (int i = 0; i < 200; i++) {
                assertThat(wire.delete(DELETE_NOTHING).status()).isEqualTo(204);
            }

            Wire.Reply refused = wire.delete(DELETE_NOTHING);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.errorCode()).isEqualTo("SubscriptionRequestsThrottled");
            assertThat(wire.get(Wire.vault("", Wire.NEW)).status())
                    .as("reads have a bucket of their own")
                    .isEqualTo(200);

            wire.pass(1);
            for (int i = 0; i < 10; i++) {
                assertThat(wire.delete(DELETE_NOTHING).status()).isEqualTo(204);
            }
            assertThat(wire.delete(DELETE_NOTHING).status()).isEqualTo(429);
        }
    }

    @Test
    void anotherCallerAndAnotherSubscriptionHaveBucketsOfTheirOwn() {
        TokenBuckets buckets = new TokenBuckets(SandboxBuckets.DOCUMENTED, new Traffic());
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        Caller other = new Caller("22222222-0000-0000-0000-000000000009");

        assertThat(buckets.take("a", Caller.OPERATOR, TokenBuckets.Kind.READ, "", now)
                        .own())
                .isEqualTo(249);
        assertThat(buckets.take("a", Caller.OPERATOR, TokenBuckets.Kind.READ, "", now)
                        .own())
                .isEqualTo(248);
        assertThat(buckets.take("b", Caller.OPERATOR, TokenBuckets.Kind.READ, "", now)
                        .own())
                .isEqualTo(249);
        assertThat(buckets.take("a", other, TokenBuckets.Kind.READ, "", now).own())
                .isEqualTo(249);
        assertThat(buckets.take("a", Caller.OPERATOR, TokenBuckets.Kind.READ, "", now.plusSeconds(60))
                        .own())
                .isEqualTo(249);
    }

    @Test
    void switchedOffBucketsRefuseNobody() {
        try (Wire wire = new Wire(Wire.options().withThrottling(false))) {
            for (int i = 0; i < 201; i++) {
                assertThat(wire.delete(DELETE_NOTHING).status()).isEqualTo(204);
            }
        }
    }

    @Test
    void remainingHeadersAreNamedAsTheServiceNamesThem() {
        try (Wire wire = new Wire()) {
            assertThat(wire.get(Wire.vault("", Wire.NEW))
                            .header("x-ms-ratelimit-remaining-subscription-resource-requests"))
                    .isEqualTo("249");
            assertThat(wire.get(Wire.vault("", Wire.OLD)).header("x-ms-ratelimit-remaining-subscription-reads"))
                    .isEqualTo("248");
            assertThat(wire.validate(Wire.diskProtection()).header("x-ms-ratelimit-remaining-subscription-writes"))
                    .isEqualTo("199");
            assertThat(wire.get("/subscriptions?api-version=2022-12-01")
                            .header("x-ms-ratelimit-remaining-tenant-reads"))
                    .isEqualTo("249");
        }
    }

    @Test
    void retryAfterIsScaledForClientsWithoutTheClock() {
        SandboxOptions options = SandboxOptions.serve(0).withSpeed(4).withThrottling(false);
        try (Wire wire = new Wire(options)) {
            assertThat(wire.validate(Wire.diskProtection()).header("Retry-After"))
                    .isEqualTo("3");
        }
        try (Wire wire = new Wire(options.withSpeed(1000))) {
            assertThat(wire.validate(Wire.diskProtection()).header("Retry-After"))
                    .isEqualTo("1");
        }
        try (Wire wire = new Wire(options.withScaledRetryAfter(false))) {
            assertThat(wire.send(
                                    "POST",
                                    Wire.vault("/validateForBackup", Wire.NEW),
                                    "{\"backupInstance\":" + Wire.diskProtection() + "}",
                                    Map.of())
                            .header("Retry-After"))
                    .isEqualTo("10");
        }
    }

    @Test
    void observedBucketsAreLargerAndApartByType() {
        TokenBuckets buckets = new TokenBuckets(SandboxBuckets.OBSERVED, new Traffic());
        Instant now = Instant.parse("2026-11-21T00:00:00Z");

        assertThat(buckets.take("a", Caller.OPERATOR, TokenBuckets.Kind.READ, "/x/y", now))
                .isEqualTo(new TokenBuckets.Left(1099, 16499));
        assertThat(buckets.take("a", Caller.OPERATOR, TokenBuckets.Kind.READ, "/X/Z", now))
                .isEqualTo(new TokenBuckets.Left(1099, 16498));
        assertThat(buckets.take("a", Caller.OPERATOR, TokenBuckets.Kind.WRITE, "/x/y", now))
                .isEqualTo(new TokenBuckets.Left(799, 11999));
    }

    @Test
    void observedHeadersAreThoseOfTheRecordings() {
        try (Wire wire = new Wire(Wire.options().withBuckets(SandboxBuckets.OBSERVED))) {
            Wire.Reply validated = wire.validate(Wire.diskProtection());
            assertThat(validated.header("x-ms-ratelimit-remaining-subscription-writes"))
                    .isEqualTo("799");
            assertThat(validated.header("x-ms-ratelimit-remaining-subscription-global-writes"))
                    .isEqualTo("11999");
            assertThat(wire.get(Wire.vault("", Wire.NEW))
                            .header("x-ms-ratelimit-remaining-subscription-resource-requests"))
                    .isEqualTo("1099");
            assertThat(wire.get(Wire.ACCOUNT + "?api-version=2023-05-01")
                            .header("x-ms-ratelimit-remaining-subscription-global-reads"))
                    .isEqualTo("16499");
        }
    }

    @Test
    void deletedVaultsTellPlainReads() {
        try (Wire wire = new Wire(Wire.options().withBuckets(SandboxBuckets.OBSERVED))) {
            String provider = Wire.OPERATIONS + "/providers/Microsoft.DataProtection";
            Wire.Reply list = wire.get(provider + "/locations/westus/deletedVaults?api-version=2026-06-01");

            assertThat(list.header("x-ms-ratelimit-remaining-subscription-reads"))
                    .isEqualTo("1099");
            assertThat(list.header("x-ms-ratelimit-remaining-subscription-global-reads"))
                    .isEqualTo("16499");
            assertThat(list.header("x-ms-ratelimit-remaining-subscription-resource-requests"))
                    .isEmpty();
            assertThat(wire.get(provider + "?api-version=2021-04-01").header("Content-Type"))
                    .as("ARM tells of the provider")
                    .isEqualTo("application/json; charset=utf-8");
        }
    }

    @Test
    void allCallersTogetherHaveFifteenTimesAsMuch() {
        TokenBuckets buckets = new TokenBuckets(SandboxBuckets.DOCUMENTED, new Traffic());
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        for (int i = 0; i < 15 * 200; i++) {
            buckets.take("a", new Caller("caller-" + i % 16), TokenBuckets.Kind.WRITE, "", now);
        }

        assertThatThrownBy(() -> buckets.take("a", new Caller("fresh"), TokenBuckets.Kind.WRITE, "", now))
                .isInstanceOf(Refusal.class);
    }
}
