package dpsh.view;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.store.ItemState;
import dpsh.store.Owner;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import dpsh.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs that the tests of reports and views show. */
final class RunSamples {
    static final Instant BEGIN = Instant.parse("2026-11-21T09:00:00Z");
    private static final String SUBSCRIPTION = "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/";
    private static final ResourceId VAULT = ResourceId.parse(
            SUBSCRIPTION + "TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault");

    private RunSamples() {}

    static RunRow run(RunState state) {
        return run(state, "disks of RG-DiskBackup");
    }

    static RunRow run(RunState state, String title) {
        Instant ended = state == RunState.DONE ? BEGIN.plusSeconds(845) : null;
        Owner nobody = new Owner(Long.MAX_VALUE, null);
        return new RunRow(
                7,
                "http://127.0.0.1:1",
                title,
                "plan-1",
                true,
                "resource",
                Duration.ofHours(1),
                state,
                BEGIN,
                ended,
                nobody);
    }

    /** One item in each of the states that a report tells apart. */
    static List<RunItem> small() {
        return List.of(
                item(1, "msdiskbackup", ItemState.PROTECTED, 0, 12, 200),
                item(2, "data-disk-01", ItemState.UNCHANGED, 0, null, 1),
                blocked(item(3, "ultra-disk", ItemState.BLOCKED, 2, null, 3)),
                failed(item(4, "sql-disk", ItemState.FAILED, 3, 14, 90)),
                item(5, "slow-disk", ItemState.UNKNOWN, 4, 15, 845)
                        .in(ItemState.UNKNOWN, null, "it did not end within 1 h", "`runs resume 7`", null),
                item(6, "late-disk", ItemState.CONFIGURING, 5, 16, null),
                item(7, "last-disk", ItemState.PLANNED, null, null, null));
    }

    private static RunItem blocked(RunItem item) {
        return item.in(
                ItemState.BLOCKED,
                "UserErrorUnsupportedDiskSku",
                "Ultra disks cannot be protected.",
                "choose another SKU",
                null);
    }

    private static RunItem failed(RunItem item) {
        return item.in(
                ItemState.FAILED,
                "UserErrorMissingPermissions",
                "The vault's identity lacks Disk Backup Reader.",
                "`permission grant disk sql-disk`",
                "0f8fad5b-d9cb-469f-a165-70867728950e");
    }

    /** @param started seconds after the run began, or null; as the others */
    static RunItem item(
            int number,
            String name,
            ItemState state,
            @Nullable Integer started,
            @Nullable Integer submitted,
            @Nullable Integer ended) {
        return new RunItem(
                number,
                DatasourceKind.DISK,
                ResourceId.parse(SUBSCRIPTION + "RG-DiskBackup/providers/Microsoft.Compute/disks/" + name),
                new Location("westus"),
                VAULT,
                VAULT.child("backupPolicies", "DiskBackup-Policy"),
                ResourceId.parse(SUBSCRIPTION + "snapshot-rg"),
                name + "-1",
                state,
                null,
                null,
                null,
                null,
                null,
                1,
                at(started),
                at(submitted),
                at(ended));
    }

    private static @Nullable Instant at(@Nullable Integer seconds) {
        return seconds == null ? null : BEGIN.plusSeconds(seconds);
    }

    /** A run as they happen: a window of items in flight, some refused at once, some that fail late. */
    static List<RunItem> many(int count) {
        List<RunItem> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int started = i * 5 / 4;
            int submitted = started + 20 + i % 7 * 2;
            int ended = submitted + 120 + i * 37 % 90;
            String name = "disk-" + (i % 11 == 0 ? "sql-" : "") + String.format("%04d", i);
            if (i % 97 == 0) {
                items.add(blocked(item(i, name, ItemState.BLOCKED, started, null, started + 1)));
            } else if (i % 41 == 0) {
                items.add(failed(item(i, name, ItemState.FAILED, started, submitted, submitted + 60)));
            } else if (i % 203 == 0) {
                items.add(item(i, name, ItemState.UNKNOWN, started, submitted, submitted + 900)
                        .in(ItemState.UNKNOWN, null, "it did not end within 15 min", "`runs resume 7`", null));
            } else if (i % 53 == 0) {
                items.add(item(i, name, ItemState.UNCHANGED, started, null, started + 1));
            } else {
                items.add(item(i, name, ItemState.PROTECTED, started, submitted, ended));
            }
        }
        return items;
    }
}
