package dpsh.rest;

/** The ways to sign in, in the order in which they are tried; the last two only when the operator asks for them. */
public enum SignIn {
    /** A service principal in AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH. */
    ENVIRONMENT("environment"),
    /** A federated token in the file AZURE_FEDERATED_TOKEN_FILE. */
    WORKLOAD_IDENTITY("workload identity"),
    /** The identity of the Azure machine that this runs on. */
    MANAGED_IDENTITY("managed identity"),
    /** Whoever is signed in to the Azure CLI. */
    AZ("az login"),
    /** A code to enter on another device; kept for this process only. */
    DEVICE_CODE("device code"),
    /** The browser of this machine; kept for this process only. */
    BROWSER("browser");

    private final String words;

    SignIn(String words) {
        this.words = words;
    }

    /** The way in words, as {@code whoami} says it. */
    public String words() {
        return words;
    }

    /** Whether it asks somebody for something, and so is never tried unasked. */
    public boolean interactive() {
        return this == DEVICE_CODE || this == BROWSER;
    }
}
