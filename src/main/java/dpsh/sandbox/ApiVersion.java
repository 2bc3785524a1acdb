package dpsh.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An api-version and the rules that came with it. Versions compare by date; a preview comes before the stable one of
 * its day.
 *
 * @param text as the caller wrote it
 */
record ApiVersion(String text) {
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[A-Za-z]+)?");

    /** Versions of Microsoft.DataProtection: tags of Azure/azure-rest-api-specs, read 2026-11-21. */
    static final List<String> DATA_PROTECTION = Arrays.asList(("2021-01-01 2021-02-01-preview 2021-06-01-preview "
                    + "2021-07-01 2021-10-01-preview 2021-12-01-preview 2022-01-01 2022-02-01-preview 2022-03-01 "
                    + "2022-03-31-preview 2022-04-01 2022-05-01 2022-09-01-preview 2022-10-01-preview "
                    + "2022-11-01-preview 2022-12-01 2023-01-01 2023-04-01-preview 2023-05-01 2023-06-01-preview "
                    + "2023-08-01-preview 2023-11-01 2023-12-01 2024-02-01-preview 2024-03-01 2024-04-01 2025-01-01 "
                    + "2025-02-01 2025-07-01 2025-09-01 2026-03-01 2026-04-01-preview 2026-06-01 2026-08-31-preview")
            .split(" "));

    boolean hasDateForm() {
        return DATE_FORM.matcher(text).matches();
    }

    boolean isDataProtection() {
        return DATA_PROTECTION.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether this version is of this day or later. */
    boolean since(String date) {
        return text.substring(0, 10).compareTo(date) >= 0;
    }

    /** Since 2023 operation URLs are signed and vault-scoped, and id, name and type come last in a body. */
    boolean isSigned() {
        return since("2023-01-01");
    }

    /** Since 2025-07-01 a change can be validated (wire notes section 1). */
    boolean knowsValidateForModify() {
        return since("2025-07-01");
    }

    /** Since 2025-09-01 a deleted vault is kept for a while. */
    boolean knowsDeletedVaults() {
        return since("2025-09-01");
    }

    /** Whether this version is of that day or later; a day like {@code 2024-04-01}. */
    boolean isSince(String day) {
        return hasDateForm() && since(day);
    }

    /** Since 2025-09-01 a vault must have soft delete always on (hashicorp/terraform-provider-azurerm issue 31874). */
    boolean wantsAlwaysOnSoftDelete() {
        return since("2025-09-01");
    }
}
