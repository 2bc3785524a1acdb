package dpsh.rest;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.Configuration;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.DeviceCodeCredentialBuilder;
import com.azure.identity.InteractiveBrowserCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways that azure-identity knows, set up from the environment's variables as "Azure Identity client library" names them. */
final class AzureWays {
    private static final Duration AZ_TIMEOUT = Duration.ofSeconds(30);

    private final Cloud cloud;
    private final Map<String, String> environment;
    private final HttpStack stack;
    private final Consumer<String> prompt;
    private final BooleanSupplier onAzure;

    /**
     * @param prompt gets what the operator is to do: open a page and enter a code
     * @param onAzure whether the instance metadata service answers; asked only when nothing else tells
     */
    AzureWays(
            Cloud cloud,
            Map<String, String> environment,
            HttpStack stack,
            Consumer<String> prompt,
            BooleanSupplier onAzure) {
        this.cloud = cloud;
        this.environment = Map.copyOf(environment);
        this.stack = stack;
        this.prompt = prompt;
        this.onAzure = onAzure;
    }

    List<Way> all() {
        return Arrays.stream(SignIn.values()).<Way>map(Known::new).toList();
    }

    private final class Known implements Way {
        private final SignIn signIn;

        Known(SignIn signIn) {
            this.signIn = signIn;
        }

        @Override
        public SignIn signIn() {
            return signIn;
        }

        @Override
        public TokenCredential credential() throws Unavailable, InterruptedException {
            return switch (signIn) {
                case ENVIRONMENT -> environment();
                case WORKLOAD_IDENTITY -> workload();
                case MANAGED_IDENTITY -> managed();
                case AZ -> az();
                case DEVICE_CODE -> deviceCode();
                case BROWSER -> browser();
            };
        }
    }

    private @Nullable String get(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private String need(String name) throws Way.Unavailable {
        String value = get(name);
        if (value == null) {
            throw new Way.Unavailable(name + " is not set");
        }
        return value;
    }

    private TokenCredential environment() throws Way.Unavailable, InterruptedException {
        String client = need("AZURE_CLIENT_ID");
        String tenant = need("AZURE_TENANT_ID");
        String secret = get("AZURE_CLIENT_SECRET");
        if (secret != null) {
            return directory(new ClientSecretCredentialBuilder().clientSecret(secret), client, tenant)
                    .build();
        }
        String certificate = get("AZURE_CLIENT_CERTIFICATE_PATH");
        if (certificate == null) {
            throw new Way.Unavailable("neither AZURE_CLIENT_SECRET nor AZURE_CLIENT_CERTIFICATE_PATH is set");
        }
        String password = get("AZURE_CLIENT_CERTIFICATE_PASSWORD");
        ClientCertificateCredentialBuilder builder =
                directory(new ClientCertificateCredentialBuilder(), client, tenant);
        if (certificate.endsWith(".pfx") || certificate.endsWith(".p12")) {
            return builder.pfxCertificate(certificate)
                    .clientCertificatePassword(password)
                    .build();
        }
        return builder.pemCertificate(certificate).build();
    }

    private TokenCredential workload() throws Way.Unavailable, InterruptedException {
        String file = need("AZURE_FEDERATED_TOKEN_FILE");
        return directory(
                        new WorkloadIdentityCredentialBuilder().tokenFilePath(file),
                        need("AZURE_CLIENT_ID"),
                        need("AZURE_TENANT_ID"))
                .build();
    }

    private TokenCredential managed() throws Way.Unavailable, InterruptedException {
        boolean told = Stream.of("IDENTITY_ENDPOINT", "MSI_ENDPOINT").anyMatch(name -> get(name) != null);
        if (!told && !onAzure.getAsBoolean()) {
            throw new Way.Unavailable("this is no Azure machine (169.254.169.254 does not answer)");
        }
        ManagedIdentityCredentialBuilder builder = plain(new ManagedIdentityCredentialBuilder());
        String client = get("AZURE_CLIENT_ID");
        return (client == null ? builder : builder.clientId(client)).build();
    }

    private TokenCredential az() throws InterruptedException {
        return plain(new AzureCliCredentialBuilder()).processTimeout(AZ_TIMEOUT).build();
    }

    private TokenCredential deviceCode() throws InterruptedException {
        DeviceCodeCredentialBuilder builder = plain(new DeviceCodeCredentialBuilder())
                .authorityHost(cloud.authorityHost())
                .challengeConsumer(info -> prompt.accept(Plain.text(info.getMessage(), 500)));
        String tenant = get("AZURE_TENANT_ID");
        return (tenant == null ? builder : builder.tenantId(tenant)).build();
    }

    private TokenCredential browser() throws InterruptedException {
        prompt.accept("a browser opens; sign in there");
        InteractiveBrowserCredentialBuilder builder =
                plain(new InteractiveBrowserCredentialBuilder()).authorityHost(cloud.authorityHost());
        String tenant = get("AZURE_TENANT_ID");
        return (tenant == null ? builder : builder.tenantId(tenant)).build();
    }

    private <B extends AadCredentialBuilderBase<B>> B directory(B builder, String client, String tenant)
            throws InterruptedException {
        return plain(builder)
                .authorityHost(cloud.authorityHost())
                .clientId(client)
                .tenantId(tenant);
    }

    private <B extends CredentialBuilderBase<B>> B plain(B builder) throws InterruptedException {
        return builder.httpClient(stack.client())
                .configuration(Configuration.getGlobalConfiguration())
                .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(500))));
    }
}
