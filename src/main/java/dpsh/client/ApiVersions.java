package dpsh.client;

/**
 * The api-version asked of each provider.
 *
 * @param dataProtection of Microsoft.DataProtection; the operator's to choose
 */
public record ApiVersions(String dataProtection) {
    static final String SUBSCRIPTIONS = "2022-12-01";
    static final String GROUPS = "2021-04-01";
    static final String DISKS = "2024-03-02";
    static final String STORAGE = "2023-05-01";
    static final String RESOURCE_GRAPH = "2022-10-01";
    static final String AUTHORIZATION = "2022-04-01";
}
