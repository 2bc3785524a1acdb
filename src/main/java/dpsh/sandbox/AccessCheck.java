package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do: the action that a request is, and whether a role that acts at its scope, or above, allows it. ARM
 * asks before it looks whether the resource exists. Used in strict mode only.
 */
final class AccessCheck {
    private final World world;

    AccessCheck(World world) {
        this.world = world;
    }

    /** An action at a scope, like {@code Microsoft.DataProtection/backupVaults/read}. */
    record Wanted(String action, ArmId scope) {}

    /** Refuses with 403 what no role of the caller allows. The operator is an Owner everywhere without an assignment. */
    void check(Call call) {
        Wanted wanted = wanted(call.line());
        String who = call.caller().objectId();
        if (wanted == null || who.equalsIgnoreCase(Caller.OPERATOR.objectId())) {
            return;
        }
        boolean allowed = world.roles.around(wanted.scope(), false).stream()
                .filter(assignment -> assignment.principal().equalsIgnoreCase(who))
                .filter(assignment -> !assignment.effective().isAfter(call.at()))
                .anyMatch(assignment -> allows(assignment.role(), wanted.action()));
        if (!allowed) {
            throw Refusal.arm(
                    403,
                    "AuthorizationFailed",
                    "The client '" + call.caller().name() + "' with object id '" + who
                            + "' does not have authorization to perform action '" + wanted.action() + "' over scope '"
                            + wanted.scope()
                            + "' or the scope is invalid. If access was recently granted, please refresh your"
                            + " credentials.");
        }
    }

    /** Whether the caller holds any role in the subscription: then a list shows it. */
    boolean sees(Caller caller, ArmId subscription) {
        return caller.objectId().equalsIgnoreCase(Caller.OPERATOR.objectId())
                || world.roles.around(subscription, true).stream()
                        .anyMatch(assignment -> assignment.principal().equalsIgnoreCase(caller.objectId()));
    }

    private static boolean allows(Role role, String action) {
        // What its definition shows is what it allows.
        for (JsonNode permission : role.json("").path("properties").path("permissions")) {
            if (names(permission.path("actions"), action) && !names(permission.path("notActions"), action)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(JsonNode patterns, String action) {
        for (JsonNode pattern : patterns) {
            if (matches(pattern.asText(), action)) {
                return true;
            }
        }
        return false;
    }

    /** {@code *} stands for any text, slashes too. */
    static boolean matches(String pattern, String action) {
        String regex = "(?i)\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
        return action.matches(regex);
    }

    /**
     * The action of a request, or null where ARM asks for none: what lies in the tenant, and not in a subscription. Its type
     * is what the path names below its last provider; a POST to a resource is the action of the last word.
     */
    static @Nullable Wanted wanted(RequestLine line) {
        List<String> path = line.segments();
        if (path.size() < 2 || !path.get(0).equalsIgnoreCase("subscriptions")) {
            return null;
        }
        int provider = lastProvider(path);
        if (provider < 0) {
            return inResources(line, path);
        }
        StringBuilder type = new StringBuilder(path.get(provider + 1));
        for (int i = provider + 2; i < path.size(); i += 2) {
            type.append('/').append(path.get(i));
        }
        int names = path.size() - (provider + 2);
        String verb = verb(line.method());
        if (line.method().equals("POST")) {
            verb = "action";
        }
        // An odd rest is a list, or a POST's word; either acts on what lies above it.
        int scopeParts = names % 2 == 1 ? path.size() - 1 : path.size();
        ArmId scope = scope(path, scopeParts);
        return new Wanted(type + "/" + verb, scope);
    }

    private static Wanted inResources(RequestLine line, List<String> path) {
        String verb = verb(line.method());
        boolean list = path.size() % 2 == 1;
        StringBuilder type = new StringBuilder("Microsoft.Resources/subscriptions");
        for (int i = 2; i < path.size(); i += 2) {
            type.append('/').append(path.get(i));
        }
        return new Wanted(
                type.toString().replaceAll("(?i)/resourcegroups", "/resourceGroups") + "/" + verb,
                scope(path, list ? path.size() - 1 : path.size()));
    }

    private static int lastProvider(List<String> path) {
        for (int i = path.size() - 2; i >= 0; i--) {
            if (path.get(i).equalsIgnoreCase("providers") && path.get(i + 1).contains(".")) {
                return i;
            }
        }
        return -1;
    }

    /** The nearest ID that the path begins with. */
    private static ArmId scope(List<String> path, int parts) {
        for (int size = parts; size > 2; size--) {
            ArmId id = ArmId.parse("/" + String.join("/", path.subList(0, size)));
            if (id != null) {
                return id;
            }
        }
        return ArmId.subscription(path.get(1));
    }

    private static String verb(String method) {
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "PUT", "PATCH" -> "write";
            case "DELETE" -> "delete";
            case "POST" -> "action";
            default -> "read";
        };
    }
}
