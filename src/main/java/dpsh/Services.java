package dpsh;

import dpsh.arm.DpshException;
import dpsh.rest.Cloud;
import dpsh.rest.Origin;
import dpsh.session.Profile;
import dpsh.session.SavedProfile;
import dpsh.session.ServiceChoice;
import java.util.UUID;

/** From what somebody wrote to the service that it means. */
final class Services {
    private Services() {}

    static Cloud cloud(ServiceChoice service) {
        return Cloud.parse(service.cloud() == null ? "public" : service.cloud());
    }

    /** @throws DpshException.Usage when the choice contradicts itself */
    static Profile profile(SavedProfile saved, ServiceChoice service) {
        Cloud cloud = cloud(service);
        String version = service.apiVersion() == null ? Profile.DEFAULT_API_VERSION : service.apiVersion();
        check(service, version);
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
        Origin origin = service.endpoint() == null ? cloud.endpoint() : Origin.parse(service.endpoint());
        return new Profile(saved, service, origin.toString(), origin.toString(), label(service), version, false);
    }

    private static void check(ServiceChoice service, String version) {
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
