package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A generated vault and its policies. */
record MadeUpVault(Vault vault, List<Policy> policies) {
    /** With {@code count} policies, at least 2: the first is for any disk, the second for blobs. */
    static MadeUpVault of(Vault vault, int count) {
        List<Policy> policies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int days = 30 + 30 * (i / 5);
            String keep = "P" + days + "D";
            switch (i % 5) {
                case 0 -> policies.add(policy(vault, "disk-daily-" + days + "d", SeedPolicies.disk("P1D", keep)));
                case 1 ->
                    policies.add(policy(vault, "blob-operational-" + days + "d", SeedPolicies.operationalBlob(keep)));
                case 2 -> policies.add(policy(vault, "disk-4h-" + days + "d", SeedPolicies.disk("PT4H", keep)));
                case 3 -> policies.add(policy(vault, "blob-vaulted-" + days + "d", SeedPolicies.vaultedBlob(keep)));
                default -> policies.add(policy(vault, "disk-12h-" + days + "d", SeedPolicies.disk("PT12H", keep)));
            }
        }
        return new MadeUpVault(vault, List.copyOf(policies));
    }

    private static Policy policy(Vault vault, String name, ObjectNode properties) {
        return Policy.of(vault.id().child("backupPolicies", name), properties);
    }

    /** One of the policies that this datasource can have; vaulted backup of blobs wants containers and is left out. */
    Policy policy(DatasourceKind kind, boolean slow, Random random) {
        List<Policy> fitting = policies.stream()
                .filter(policy -> policy.isFor(kind) && !policy.usesVaultStore())
                .filter(policy -> !slow || !policy.isFasterThanTwelveHours())
                .toList();
        return fitting.get(random.nextInt(fitting.size()));
    }
}
