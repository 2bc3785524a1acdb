package dpsh.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The built-in roles that matter for backup, from {@code roles.json} (Azure built-in roles, read 2026-11-21). */
final class RoleCatalog {
    static final String DISK_BACKUP_READER = "3e5e47e6-65f7-47ef-90b5-e5dd4d455f24";
    static final String DISK_SNAPSHOT_CONTRIBUTOR = "7efff54f-a5b4-42b5-a1c5-5411624893ce";
    static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    static final String DISK_RESTORE_OPERATOR = "b50d9833-a0cb-478e-945f-707fcc997c13";
    static final String STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR = "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1";

    private final List<Role> roles;

    private RoleCatalog(List<Role> roles) {
        this.roles = List.copyOf(roles);
    }

    static RoleCatalog load() {
        try (InputStream in = RoleCatalog.class.getResourceAsStream("roles.json")) {
            if (in == null) {
                throw new IllegalStateException("roles.json is missing from the program");
            }
            return new RoleCatalog(new JsonMapper().readValue(in, new TypeReference<List<Role>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Role> all() {
        return roles;
    }

    /** The role of this GUID, or null. */
    @Nullable
    Role byId(String guid) {
        return roles.stream()
                .filter(role -> role.id().equals(guid.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /** The role of this name in any case, or null. */
    @Nullable
    Role byName(String name) {
        return roles.stream()
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }
}
