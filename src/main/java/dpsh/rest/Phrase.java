package dpsh.rest;

import dpsh.arm.ResourceId;
import java.util.Locale;

/** Says in words what a request is for: "create or update backup instance msdiskbackup-…". */
final class Phrase {
    private Phrase() {}

    static String of(ArmRequest request) {
        int underscore = request.operation().indexOf('_');
        // "BackupInstancesExtensionRouting_List" of the contract is a list of backup instances, asked for through an
        // extension.
        String group =
                words(request.operation().substring(0, Math.max(underscore, 0)).replaceFirst("ExtensionRouting$", ""));
        String verb = words(request.operation().substring(underscore + 1));
        ResourceId target = request.target();
        String named = target == null ? "" : singular(kind(target)) + " " + Plain.text(target.name(), 120);
        if (verb.startsWith("list")) {
            String of = target == null ? "" : " of " + named;
            return "list " + group + of;
        }
        String plainVerb =
                switch (verb) {
                    case "get" -> "read";
                    case "put" -> "create or update";
                    default -> verb;
                };
        if (target == null) {
            return group.isEmpty() ? plainVerb : plainVerb + ", " + group;
        }
        boolean own = singular(group).equals(singular(kind(target))) || verb.equals("get");
        // "SyncBackupInstance" says it already.
        String bare = plainVerb.replaceFirst(" " + singular(kind(target)) + "$", "");
        boolean hasObject = bare.equals(verb) && bare.contains(" ") && !bare.startsWith("create or ");
        return bare + (!own ? " for " : hasObject ? " of " : " ") + named;
    }

    private static String kind(ResourceId target) {
        String type = target.type();
        return words(type.substring(type.lastIndexOf('/') + 1));
    }

    private static String words(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
