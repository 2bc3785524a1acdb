package dpsh;

import dpsh.arm.DpshException;
import dpsh.rest.Cloud;
import dpsh.rest.Origin;
import dpsh.session.Profile;
import dpsh.session.SavedProfile;
import dpsh.session.ServiceChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From what somebody wrote to the service that it means. */
final class Services {
    private Services() {}

    static Cloud cloud(ServiceChoice service) {
        return Cloud.parse(service.cloud() == null ? "public" : service.cloud());
    }

    /** @throws DpshException.Usage when the choice contradicts itself */
    static Profile profile(SavedProfile saved, ServiceChoice service) {
        check(service);
        String version = version(service);
        if (service.sandbox()) {
            return new Profile(
                    saved,
                    service,
                    "sandbox:" + UUID.randomUUID(),
                    "the embedded sandbox",
                    Profile.SANDBOX_LABEL,
                    version,
                    true);
        }
        Origin origin = origin(service);
        return new Profile(saved, service, origin.toString(), origin.toString(), label(service), version, false);
    }

    private static String version(ServiceChoice service) {
        return service.apiVersion() == null ? Profile.DEFAULT_API_VERSION : service.apiVersion();
    }

    /** Refuses what would be refused when the session first asks for its service. */
    static void check(ServiceChoice service, @Nullable Path estate) {
        check(service);
        checkSandbox(service, estate);
    }

    /** @throws DpshException.Usage when something is said that is only for a sandbox and this is none, or there is no estate */
    static void checkSandbox(ServiceChoice service, @Nullable Path estate) {
        if (service.sandbox()) {
            if (estate != null && !Files.isReadable(estate)) {
                throw EstateService.unreadable(estate, "it cannot be opened");
            }
            return;
        }
        if (estate != null) {
            throw new DpshException.Usage(
                    "--estate is for a sandbox", null, "add --sandbox, or give it to `sandbox serve`");
        }
        Double speed = service.speed();
        if (speed != null && speed != 1 && !origin(service).loopback()) {
            throw new DpshException.Usage(
                    "--speed is for a sandbox on this machine",
                    "Azure's clock runs at its own speed, and its waits are honoured",
                    "leave --speed out");
        }
    }

    private static Origin origin(ServiceChoice service) {
        return service.endpoint() == null ? cloud(service).endpoint() : Origin.parse(service.endpoint());
    }

    private static void check(ServiceChoice service) {
        if (service.sandbox() && service.endpoint() != null) {
            throw new DpshException.Usage(
                    "--sandbox and --endpoint name two services",
                    null,
                    "give one; a sandbox of its own is `sandbox serve`");
        }
        Double speed = service.speed();
        if (speed != null && !(speed > 0 && speed <= 1_000_000)) {
            throw new DpshException.Usage(
                    "the speed " + speed + " is none",
                    "a speed is a number above 0, at most a million: how many times faster than real time",
                    null);
        }
        cloud(service);
        if (!service.sandbox()) {
            origin(service);
        }
        String version = version(service);
        if (!version.matches("\\d{4}-\\d{2}-\\d{2}(-preview)?")) {
            throw new DpshException.Usage(
                    "'" + version + "' is no api-version", "one looks like " + Profile.DEFAULT_API_VERSION, null);
        }
    }

    /** What the prompt calls the service. */
    static String label(ServiceChoice service) {
        if (service.sandbox()) {
            return Profile.SANDBOX_LABEL;
        }
        if (service.endpoint() != null) {
            Origin origin = Origin.parse(service.endpoint());
            return origin.host() + ":" + origin.port();
        }
        if (service.cloud() == null) {
            return Profile.AZURE_LABEL;
        }
        return switch (cloud(service)) {
            case PUBLIC -> Profile.AZURE_LABEL;
            case US_GOVERNMENT -> "Azure US Government";
            case CHINA -> "Azure China";
        };
    }
}
