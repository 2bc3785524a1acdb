package dpsh.command;

import java.util.Map;

/** The words that {@code login} takes, for completion. */
final class SignInMethods extends DescribedWords {
    @Override
    Map<String, String> words() {
        return pairs(
                "environment", "a service principal from AZURE_CLIENT_ID and its like",
                "workload-identity", "a federated token, as in Kubernetes",
                "managed-identity", "that of the machine",
                "az", "as az login left it",
                "device-code", "in a browser elsewhere, with a code",
                "browser", "in a browser on this machine");
    }
}
