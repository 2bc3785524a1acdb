package dpsh.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dpsh.FixedHour;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A sandbox with the seeds' world, looked at without any code of dpsh's: what really happened at the service. */
final class Azure implements AutoCloseable {
    static final String SUBSCRIPTION = "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    static final String VAULT = SUBSCRIPTION
            + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault";
    static final String SNAPSHOTS = SUBSCRIPTION + "/resourceGroups/snapshot-rg";

    /** Service seconds in a real second, at both ends. */
    static final double SPEED = 600;

    private static final int TRIES = 200;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Sandbox sandbox;

    Azure(SandboxOptions options) {
        sandbox = Sandbox.start(options);
    }

    /** The articles' world: no role is assigned yet. */
    static Azure asInTheArticles() {
        return of(SandboxEstate.seeds());
    }

    /** The articles' world with the roles for this disk in force. */
    static Azure withRolesFor(String... disks) {
        SandboxEstate estate = SandboxEstate.seeds().role(SNAPSHOTS, "Disk Snapshot Contributor", VAULT);
        for (String disk : disks) {
            estate = estate.role(disk(disk), "Disk Backup Reader", VAULT);
        }
        return of(estate);
    }

    /** The articles' world with this disk protected by an instance of its own name. */
    static Azure withProtected(String disk) {
        return of(SandboxEstate.seeds().protectedDisk(VAULT, disk, disk(disk), "DiskBackup-Policy", SNAPSHOTS));
    }

    static Azure of(SandboxEstate estate) {
        return new Azure(FixedHour.inProcess().withSpeed(SPEED).withEstate(estate));
    }

    /** The articles' world with the disk's roles in force, where every fault can be ordered. */
    static Azure misbehaving() {
        SandboxEstate estate = SandboxEstate.seeds()
                .role(SNAPSHOTS, "Disk Snapshot Contributor", VAULT)
                .role(disk("msdiskbackup"), "Disk Backup Reader", VAULT);
        return new Azure(
                FixedHour.inProcess().withSpeed(SPEED).withEstate(estate).withThrottling(false));
    }

    /** The same world at a clock that only the test moves. */
    static Azure atRest(SandboxEstate estate) {
        return new Azure(FixedHour.inProcess().withSpeed(0).withEstate(estate));
    }

    static String disk(String name) {
        return SUBSCRIPTION + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/" + name;
    }

    URI endpoint() {
        return sandbox.endpoint();
    }

    /** The protection states of the instances that protect this disk in the vault. */
    List<String> statesOf(String disk) {
        List<String> states = new ArrayList<>();
        for (JsonNode instance : get(VAULT + "/backupInstances?api-version=2025-07-01")) {
            JsonNode properties = instance.path("properties");
            if (properties.path("dataSourceInfo").path("resourceID").asText().equalsIgnoreCase(disk(disk))) {
                states.add(properties.path("currentProtectionState").asText());
            }
        }
        return states;
    }

    /** How many role assignments stand at exactly this scope. */
    int rolesAt(String scope) {
        int count = 0;
        for (JsonNode assignment :
                get(scope + "/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01")) {
            if (assignment.path("properties").path("scope").asText().equalsIgnoreCase(scope)) {
                count++;
            }
        }
        return count;
    }

    /** The protection states of the vault's instances by the disk that they protect, in lower case. */
    Map<String, List<String>> states() {
        Map<String, List<String>> states = new HashMap<>();
        String page = VAULT + "/backupInstances?api-version=2025-07-01";
        while (!page.isEmpty()) {
            JsonNode answer = answer(page);
            for (JsonNode instance : answer.path("value")) {
                JsonNode properties = instance.path("properties");
                states.computeIfAbsent(
                                properties
                                        .path("dataSourceInfo")
                                        .path("resourceID")
                                        .asText()
                                        .toLowerCase(Locale.ROOT),
                                disk -> new ArrayList<>())
                        .add(properties.path("currentProtectionState").asText());
            }
            page = answer.path("nextLink").asText();
        }
        return states;
    }

    private JsonNode get(String path) {
        return answer(path).path("value");
    }

    /** A world whose service misbehaves does so to the test too. */
    private JsonNode answer(String path) {
        HttpRequest request = HttpRequest.newBuilder(endpoint().resolve(path))
                .header("Authorization", "Bearer the test itself")
                .build();
        String last = "no answer";
        for (int i = 0; i < TRIES; i++) {
            try {
                HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return JSON.readTree(answer.body());
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(last);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
