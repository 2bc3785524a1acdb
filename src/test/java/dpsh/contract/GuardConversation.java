package dpsh.contract;

import static dpsh.contract.Bodies.GROUP;
import static dpsh.contract.Bodies.OPERATIONS;
import static dpsh.contract.Bodies.VAULT;

import java.time.Duration;
import java.util.List;

/** The part of the conversation that is about resource guards and the vault under one. */
final class GuardConversation {
    private static final String GUARDS = "/providers/Microsoft.DataProtection/resourceGuards";
    private static final String GUARD = GROUP + GUARDS + "/contract-guard";
    private static final String PROXIES = VAULT + "/backupResourceGuardProxies";
    private static final String PROXY = PROXIES + "/DppResourceGuardProxy";
    private static final String DISK = VAULT + "/backupInstances/disk-1/";
    private static final List<String> REQUESTS = List.of(
            "disableSoftDeleteRequests",
            "deleteResourceGuardProxyRequests",
            "getBackupSecurityPINRequests",
            "deleteProtectedItemRequests",
            "updateProtectionPolicyRequests",
            "updateProtectedItemRequests");

    private final Talk talk;
    private final String version;

    /** @param version as the end of a URL */
    GuardConversation(Talk talk, String version) {
        this.talk = talk;
        this.version = version;
    }

    void hold() {
        guards();
        mapping();
        operations();
        farewell();
    }

    private void send(String method, String path, String body) {
        talk.send(method, path + version, body.isEmpty() ? null : body);
    }

    private void guards() {
        send("GET", GUARD, "");
        send("PATCH", GUARD, "{\"tags\":{}}");
        send("PUT", GUARD, "{}");
        send("PUT", GUARD, "{\"location\":\"westus\",\"tags\":{\"made\":\"first\"}}");
        send("PUT", GUARD, "{\"location\":\"eastus\"}");
        send("PATCH", GUARD, "{\"tags\":{\"made\":\"second\"}}");
        send("GET", GUARD, "");
        send("GET", OPERATIONS + GUARDS, "");
        send("GET", GROUP + GUARDS, "");
        send("GET", OPERATIONS + "/resourceGroups/nosuchgroup" + GUARDS, "");
        for (String requests : REQUESTS) {
            send("GET", GUARD + "/" + requests, "");
            send("GET", GUARD + "/" + requests + "/default", "");
            send("GET", GUARD + "/" + requests + "/nosuch", "");
        }
    }

    private void mapping() {
        send("GET", PROXY, "");
        send("DELETE", PROXY, "");
        send("PUT", PROXY, "{\"properties\":{\"resourceGuardResourceId\":\"%s-2\"}}".formatted(GUARD));
        send("PUT", PROXY, "{\"properties\":{\"resourceGuardResourceId\":\"%s\"}}".formatted(GUARD));
        send("GET", PROXY, "");
        send("GET", PROXIES, "");
        send("GET", VAULT, "");
    }

    private void operations() {
        send("POST", DISK + "stopProtection", "");
        send("POST", DISK + "suspendBackups", "");
        act("suspendBackups", asking("dppDisableSuspendBackupsRequests"));
        act("resumeProtection", "");
    }

    private void act(String action, String body) {
        talk.finish(talk.send("POST", DISK + action + version, body.isEmpty() ? null : body), Duration.ofMinutes(5));
    }

    private static String asking(String requests) {
        return "{\"resourceGuardOperationRequests\":[\"%s/%s/default\"]}".formatted(GUARD, requests);
    }

    private void farewell() {
        send("DELETE", PROXY, "");
        send("POST", PROXY + "/unlockDelete", "{}");
        send("POST", PROXY + "/unlockDelete", asking("deleteResourceGuardProxyRequests"));
        send("DELETE", PROXY, "");
        send("DELETE", GUARD, "");
        send("DELETE", GUARD, "");
    }
}
