package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Recovery points (newest first, as recorded) and restorable time ranges (wire notes sections 3.6 and 3.7). */
final class RecoveryPointRoutes {
    private static final String INSTANCE = InstanceRoutes.LIST + "/{name}";
    private static final String TYPE = "recoveryPoints";
    private static final String RANGES =
            "Microsoft.DataProtection/backupVaults/backupInstances/findRestorableTimeRanges";

    private final World world;
    private final Pages pages;

    RecoveryPointRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.dataProtection("GET", INSTANCE + "/" + TYPE, this::list);
        router.dataProtection("GET", INSTANCE + "/" + TYPE + "/{point}", this::get);
        router.dataProtection("POST", INSTANCE + "/findRestorableTimeRanges", this::ranges);
    }

    private Answer list(Call call) {
        BackupInstance instance = world.instance(call);
        BackupHistory history = world.backups.history(instance.id());
        RecoveryPointFilter filter = RecoveryPointFilter.parse(call.query("$filter"));
        String after = Pages.after(call);
        List<RecoveryPoint> found = history == null
                ? List.of()
                : history.visible(call.at()).stream()
                        .filter(filter::takes)
                        .filter(point -> after.isEmpty() || key(point).compareTo(after) < 0)
                        .limit(pages.size() + 1L)
                        .toList();
        return pages.rows(call, found, point -> json(point, instance, call), RecoveryPointRoutes::key);
    }

    private static String key(RecoveryPoint point) {
        return DotNetTime.ticked(point.time()) + "|" + point.name();
    }

    private ObjectNode json(RecoveryPoint point, BackupInstance instance, Call call) {
        BackupHistory history = world.backups.begin(instance.id(), call.at());
        return point.json(instance.id(), DotNetTime.ticks(history.since()), call.version());
    }

    private Answer get(Call call) {
        BackupInstance instance = world.instance(call);
        BackupHistory history = world.backups.history(instance.id());
        RecoveryPoint point = history == null ? null : history.get(call.var("point"), call.at());
        if (point == null) {
            throw Refusal.notFound();
        }
        return Answer.json(200, json(point, instance, call));
    }

    /** Only what is kept in the operational store of an account can be restored to any time; the refusal is assumed. */
    private Answer ranges(Call call) {
        BackupInstance instance = world.instance(call);
        JsonNode body = call.json();
        String store = CaseBlind.text(body, "sourceDataStoreType");
        RestorableRange kept = RestorableRange.of(world, instance, call.at());
        if (!BackupPlan.OPERATIONAL.equalsIgnoreCase(store) || kept == null) {
            throw Refusal.dpp(400, Findings.invalidInput("Please check the required inputs"));
        }
        RestorableRange asked = kept.within(CaseBlind.text(body, "startTime"), CaseBlind.text(body, "endTime"));
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = own.putObject("properties");
        properties
                .putArray("restorableTimeRanges")
                .addObject()
                .put("startTime", DotNetTime.ticked(asked.start()))
                .put("endTime", DotNetTime.ticked(asked.end()))
                .put("objectType", "RestorableTimeRange");
        properties.put("objectType", "AzureBackupFindRestorableTimeRangesResponse");
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.put("id", instance.id().name()).put("type", RANGES);
        ObjectNode first = call.version().isSigned() ? own : named;
        first.setAll(call.version().isSigned() ? named : own);
        return Answer.json(200, first);
    }
}
