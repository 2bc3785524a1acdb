package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a vault's body may say. Words and ranges are the contract's and the support matrix'; what breaks them is
 * BMSUserErrorInvalidInput (seen for a change of AlwaysOn; assumed for the others).
 */
final class VaultRules {
    /** Soft delete keeps 14 to 180 days. */
    static final int DEFAULT_RETENTION_DAYS = 14;

    private static final int MOST_RETENTION_DAYS = 180;
    private static final String NAME = "[A-Za-z][-A-Za-z0-9]{0,48}[A-Za-z0-9]";
    private static final Set<String> STORES = Set.of("vaultstore", "operationalstore", "archivestore", "snapshotstore");
    private static final Set<String> REDUNDANCIES = Set.of("locallyredundant", "georedundant", "zoneredundant");
    private static final Set<String> SOFT_DELETE = Set.of("off", "on", "alwayson");
    private static final Set<String> IMMUTABILITY = Set.of("disabled", "unlocked", "locked");
    private static final Set<String> SWITCH = Set.of("notsupported", "disabled", "permanentlydisabled", "enabled");

    private VaultRules() {}

    static boolean isName(String name) {
        return name.matches(NAME);
    }

    /** Refuses a PUT's properties; {@code known} is the vault before, or null for a new one. */
    static void checkPut(@Nullable JsonNode properties, @Nullable Vault known, ApiVersion version) {
        JsonNode storage = CaseBlind.member(properties, "storageSettings");
        if (known == null && (storage == null || !storage.isArray() || storage.isEmpty())) {
            throw refuse("A vault has storageSettings.");
        }
        checkChange(properties, known);
        JsonNode softDelete = softDelete(properties);
        boolean changes =
                softDelete != null && (known == null || !state(softDelete).equalsIgnoreCase(known.softDeleteState()));
        if (version.wantsAlwaysOnSoftDelete() && changes && !state(softDelete).equalsIgnoreCase("AlwaysOn")) {
            throw Refusal.dpp(400, Findings.softDeleteNotAlwaysOn());
        }
    }

    /** Refuses a PATCH's properties, or those of a PUT apart from what must be there. */
    static void checkChange(@Nullable JsonNode properties, @Nullable Vault known) {
        if (properties != null && !properties.isObject()) {
            throw refuse("The properties of a vault are an object.");
        }
        checkStorage(CaseBlind.member(properties, "storageSettings"));
        JsonNode softDelete = softDelete(properties);
        if (softDelete != null) {
            checkSoftDelete(softDelete, known);
        }
        JsonNode immutability =
                CaseBlind.member(CaseBlind.member(properties, "securitySettings"), "immutabilitySettings");
        if (immutability != null) {
            checkImmutability(immutability, known);
        }
        JsonNode features = CaseBlind.member(properties, "featureSettings");
        checkSwitch(CaseBlind.member(features, "crossSubscriptionRestoreSettings"));
        checkSwitch(CaseBlind.member(features, "crossRegionRestoreSettings"));
    }

    private static void checkStorage(@Nullable JsonNode storage) {
        if (storage == null) {
            return;
        }
        for (JsonNode setting : storage) {
            if (!isOneOf(STORES, CaseBlind.text(setting, "datastoreType"))
                    || !isOneOf(REDUNDANCIES, CaseBlind.text(setting, "type"))) {
                throw refuse("A storage setting has a datastoreType and a type.");
            }
        }
    }

    private static @Nullable JsonNode softDelete(@Nullable JsonNode properties) {
        return CaseBlind.member(CaseBlind.member(properties, "securitySettings"), "softDeleteSettings");
    }

    private static String state(@Nullable JsonNode setting) {
        String state = CaseBlind.text(setting, "state");
        return state == null ? "" : state;
    }

    private static void checkSoftDelete(JsonNode softDelete, @Nullable Vault known) {
        String state = state(softDelete);
        JsonNode days = CaseBlind.member(softDelete, "retentionDurationInDays");
        boolean outside = days != null
                && (!days.isNumber()
                        || days.asDouble() < DEFAULT_RETENTION_DAYS
                        || days.asDouble() > MOST_RETENTION_DAYS);
        boolean off = state.equalsIgnoreCase("Off");
        if (!isOneOf(SOFT_DELETE, state) || (outside && !(off && days.isNumber()))) {
            throw refuse("The state of soft delete is Off, On or AlwaysOn, its retention 14 to 180 days.");
        }
        if (known != null
                && known.softDeleteState().equalsIgnoreCase("AlwaysOn")
                && !state.equalsIgnoreCase("AlwaysOn")) {
            throw refuse("Soft delete that is always on cannot be changed.");
        }
    }

    private static void checkImmutability(JsonNode immutability, @Nullable Vault known) {
        if (!isOneOf(IMMUTABILITY, state(immutability))) {
            throw refuse("The state of immutability is Disabled, Unlocked or Locked.");
        }
        if (known != null
                && known.immutability().equalsIgnoreCase("Locked")
                && !state(immutability).equalsIgnoreCase("Locked")) {
            throw refuse("Locked immutability cannot be changed.");
        }
    }

    private static void checkSwitch(@Nullable JsonNode setting) {
        if (setting != null && !isOneOf(SWITCH, CaseBlind.text(setting, "state"))) {
            throw refuse("A feature is Enabled, Disabled, PermanentlyDisabled or NotSupported.");
        }
    }

    private static boolean isOneOf(Set<String> words, @Nullable String word) {
        return word != null && words.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Refusal refuse(String hint) {
        return Refusal.dpp(400, Findings.invalidInput(hint));
    }
}
