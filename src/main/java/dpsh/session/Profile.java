package dpsh.session;

/**
 * Which service this session talks to.
 *
 * @param world what the ledger and the index are kept apart by: the endpoint's origin, or one of a kind for a sandbox
 * @param endpoint the ARM endpoint, without a trailing slash
 * @param label what people call the service: "sandbox", "Azure", "Azure US Government", "127.0.0.1:8080"
 * @param apiVersion the version of Microsoft.DataProtection that is asked for
 * @param sandbox whether it is the embedded sandbox
 */
public record Profile(String world, String endpoint, String label, String apiVersion, boolean sandbox) {
    /** Existing vaults work with it: later versions demand AlwaysOn soft delete (see docs/service.md). */
    public static final String DEFAULT_API_VERSION = "2025-07-01";

    public static final String SANDBOX_LABEL = "sandbox";

    public static final String AZURE_LABEL = "Azure";
}
