package dpsh.rest;

import dpsh.arm.DpshException;
import java.util.Locale;

/**
 * The national clouds. Endpoints, audiences and sign-in hosts as azure-identity's {@code AzureAuthorityHosts} and the
 * Azure SDKs' cloud configuration name them (read 2026-11).
 */
public enum Cloud {
    PUBLIC(
            "AzureCloud",
            "https://management.azure.com",
            "https://management.azure.com",
            "https://login.microsoftonline.com/"),
    US_GOVERNMENT(
            "AzureUSGovernment",
            "https://management.usgovcloudapi.net",
            "https://management.core.usgovcloudapi.net",
            "https://login.microsoftonline.us/"),
    CHINA(
            "AzureChinaCloud",
            "https://management.chinacloudapi.cn",
            "https://management.core.chinacloudapi.cn",
            "https://login.chinacloudapi.cn/");

    private final String azureName;
    private final Origin endpoint;
    private final String audience;
    private final String authorityHost;

    Cloud(String azureName, String endpoint, String audience, String authorityHost) {
        this.azureName = azureName;
        this.endpoint = Origin.parse(endpoint);
        this.audience = audience;
        this.authorityHost = authorityHost;
    }

    /**
     * Reads a cloud's name: {@code public}, {@code usgov}, {@code china}, or as az spells it, {@code AzureUSGovernment}.
     *
     * @throws DpshException.Usage when no cloud has that name
     */
    public static Cloud parse(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "public", "azurecloud", "azure" -> PUBLIC;
            case "usgov", "usgovernment", "us-government", "azureusgovernment" -> US_GOVERNMENT;
            case "china", "azurechinacloud" -> CHINA;
            default ->
                throw new DpshException.Usage(
                        "'" + name + "' is no cloud", "known are public, usgov and china", "--cloud public");
        };
    }

    /** The name that az uses. */
    public String azureName() {
        return azureName;
    }

    /** ARM's origin. */
    public Origin endpoint() {
        return endpoint;
    }

    /** The scope to ask a token for. */
    public String scope() {
        return audience + "/.default";
    }

    /** Where people and applications sign in. */
    public String authorityHost() {
        return authorityHost;
    }
}
