package dpsh.sandbox.identity;

import java.util.Set;

/** What a token is for: Azure Resource Manager, by one of its names, or this machine in its place. */
public final class Audience {
    private static final Set<String> ARM = Set.of(
            "https://management.azure.com",
            "https://management.core.windows.net",
            "https://management.usgovcloudapi.net",
            "https://management.core.usgovcloudapi.net",
            "https://management.chinacloudapi.cn",
            "https://management.core.chinacloudapi.cn",
            "797f4846-ba00-4fd7-ba43-dac1f8f63013");
    private static final String LOOPBACK =
            "(?i)https?://(127\\.0\\.0\\.1|\\[::1]|([a-z0-9-]+\\.)*localhost)(:\\d{1,5})?";

    private Audience() {}

    /** Whether ARM takes a token with this audience. */
    public static boolean isArm(String audience) {
        String bare = audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience;
        return ARM.contains(bare) || bare.matches(LOOPBACK);
    }

    /** The resource of a v2 scope such as {@code https://management.azure.com/.default}; empty when it names none. */
    public static String ofScope(String scope) {
        for (String one : scope.split("\\s+")) {
            int end = one.lastIndexOf('/');
            if (one.contains("://") && end > one.indexOf("://") + 2) {
                return one.substring(0, end);
            }
        }
        return "";
    }
}
