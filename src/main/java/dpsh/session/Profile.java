package dpsh.session;

/**
 * Which service this session talks to.
 *
 * @param saved the profile that the session began with
 * @param service what it really works with: the profile's, or what the command line named in its place
 * @param world what the ledger and the index are kept apart by: the endpoint's origin, or one of a kind for a sandbox
 * @param endpoint the ARM endpoint, without a trailing slash
 * @param label what people call the service: "sandbox", "Azure", "Azure US Government", "127.0.0.1:8080"
 * @param apiVersion the version of Microsoft.DataProtection that is asked for
 * @param sandbox whether it is the embedded sandbox
 */
public record Profile(
        SavedProfile saved,
        ServiceChoice service,
        String world,
        String endpoint,
        String label,
        String apiVersion,
        boolean sandbox) {
    /** Existing vaults work with it: later versions demand AlwaysOn soft delete (see docs/service.md). */
    public static final String DEFAULT_API_VERSION = "2025-07-01";

    public static final String SANDBOX_LABEL = "sandbox";

    public static final String AZURE_LABEL = "Azure";

    /** What the index keeps apart: the world, and in it each profile that has a name of its own. */
    public String index() {
        return sandbox || name().equals(SavedProfile.DEFAULT) ? world : world + "#" + name();
    }

    /** Its name. */
    public String name() {
        return saved.name();
    }

    /** Whether the session is at the profile's own service: then its place holds. */
    public boolean isOwn() {
        return service.isAt(saved.service());
    }
}
