package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks to bring back and where to. Member names are read without case: articles and clients mix
 * {@code dataSourceInfo} and {@code datasourceInfo}, {@code resourceId} and {@code resourceID} (wire notes section 3.8).
 *
 * @param point the name of a recovery point; null for a point in time
 * @param time the point in time; null for a recovery point
 * @param store sourceDataStoreType
 * @param target the datasource to restore to; it need not exist yet
 * @param location where to, as the target says
 * @param itemLevel whether only some items are wanted, those of the criteria
 * @param json the request as it came
 */
record RestoreRequest(
        @Nullable String point,
        @Nullable Instant time,
        String store,
        ArmId target,
        String location,
        boolean itemLevel,
        List<JsonNode> criteria,
        ObjectNode json) {
    RestoreRequest {
        criteria = List.copyOf(criteria);
    }

    /** Reads a request for this kind. Refuses what it cannot be with the 400 that does not say where. */
    static RestoreRequest read(JsonNode given, DatasourceKind kind) {
        JsonNode info = CaseBlind.member(given, "restoreTargetInfo");
        JsonNode datasource = CaseBlind.member(info, "datasourceInfo");
        String store = CaseBlind.text(given, "sourceDataStoreType");
        ArmId target = ArmId.parse(CaseBlind.text(datasource, "resourceID"));
        if (!(given instanceof ObjectNode json) || info == null || store == null) {
            throw refuse("restoreTargetInfo and sourceDataStoreType");
        }
        if (target == null || !target.hasType(kind.resourceType())) {
            throw refuse("datasourceInfo of the target");
        }
        if (!"FailIfExists".equalsIgnoreCase(CaseBlind.text(info, "recoveryOption"))) {
            throw refuse("recoveryOption");
        }
        String targetType = lower(info, "objectType");
        boolean itemLevel = targetType.equals("itemlevelrestoretargetinfo");
        if (!itemLevel && !targetType.equals("restoretargetinfo")) {
            throw refuse("objectType of restoreTargetInfo");
        }
        List<JsonNode> criteria = new ArrayList<>();
        JsonNode list = CaseBlind.member(info, "restoreCriteria");
        if (list != null && list.isArray()) {
            list.forEach(criteria::add);
        }
        if (itemLevel && criteria.isEmpty()) {
            throw refuse("restoreCriteria");
        }
        String location = CaseBlind.text(info, "restoreLocation");
        String fallback = CaseBlind.text(datasource, "resourceLocation");
        return new RestoreRequest(
                point(given),
                time(given),
                store,
                target,
                location != null ? location : fallback == null ? "" : fallback,
                itemLevel,
                criteria,
                json);
    }

    private static String lower(JsonNode node, String name) {
        String text = CaseBlind.text(node, name);
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String point(JsonNode given) {
        String type = lower(given, "objectType");
        String point = CaseBlind.text(given, "recoveryPointId");
        return switch (type) {
            case "azurebackuprecoverypointbasedrestorerequest" -> {
                if (point == null || point.isBlank()) {
                    throw refuse("recoveryPointId");
                }
                yield point.substring(point.lastIndexOf('/') + 1);
            }
            case "azurebackuprecoverytimebasedrestorerequest" -> null;
            case "azurebackuprestorewithrehydrationrequest" -> throw refuse("objectType: nothing is in the archive");
            default -> throw refuse("objectType");
        };
    }

    private static @Nullable Instant time(JsonNode given) {
        if (!lower(given, "objectType").equals("azurebackuprecoverytimebasedrestorerequest")) {
            return null;
        }
        String text = CaseBlind.text(given, "recoveryPointTime");
        try {
            return RestorableRange.parse(text == null ? "" : text);
        } catch (DateTimeParseException malformed) {
            throw refuse("recoveryPointTime");
        }
    }

    private static Refusal refuse(String part) {
        return Refusal.dpp(400, Findings.invalidInput("Check " + part + " of the request."));
    }
}
