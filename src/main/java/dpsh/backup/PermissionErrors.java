package dpsh.backup;

import dpsh.arm.ErrorBody;
import java.util.Locale;
import java.util.Set;

/**
 * The codes that mean "the vault's identity lacks a role, or the service does not see it yet". Right after a grant they are
 * expected, and go away by themselves (Troubleshoot Azure Disk backup, Microsoft Learn; the articles).
 */
public final class PermissionErrors {
    private static final Set<String> CODES = Set.of(
            "usererrormissingrequiredpermissions",
            "usererrornotenoughpermissionondisk",
            "usererrornotenoughpermissiononsnapshotrg",
            "usererrordiskbackupdiskormsipermissionsnotpresent",
            "usererrordiskbackupsnapshotrgormsipermissionsnotpresent",
            "usererrorsnapshotrgormsipermissionsnotpresent",
            "usererrordiskbackupauthorizationfailed",
            "vaultmsiunauthorized");

    private PermissionErrors() {}

    public static boolean includes(ErrorBody error) {
        return CODES.contains(error.code().toLowerCase(Locale.ROOT));
    }
}
