package dpsh.backup;

import dpsh.arm.ErrorBody;
import java.util.List;

/** What the service says of a datasource that has a backup instance (the articles; Troubleshoot Azure Disk backup). */
public final class AlreadyProtected {
    /** The code of the articles. */
    public static final String CODE = "UserErrorDppDatasourceAlreadyProtected";

    private static final List<String> CODES = List.of(CODE, "UserErrorDppDatasourceAlreadyHasBackupInstance");

    private AlreadyProtected() {}

    public static boolean includes(ErrorBody error) {
        return CODES.stream().anyMatch(error::is);
    }
}
