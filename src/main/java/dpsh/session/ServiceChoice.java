package dpsh.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which service somebody wants, as they wrote it: on the command line or in a profile. Nothing of it is checked here.
 *
 * @param sandbox the embedded one
 * @param endpoint a URL, or null
 * @param cloud a national cloud's name; null for the public one
 * @param apiVersion null for the usual one
 * @param speed of the service's clock; null for its own
 */
public record ServiceChoice(
        boolean sandbox,
        @Nullable String endpoint,
        @Nullable String cloud,
        @Nullable String apiVersion,
        @Nullable Double speed) {
    /** The public cloud, as it is. */
    public static final ServiceChoice AZURE = new ServiceChoice(false, null, null, null, null);

    /** This choice where it says something, and otherwise the profile's: another service is not the profile's any more. */
    public ServiceChoice over(ServiceChoice profile) {
        boolean chooses = sandbox || endpoint != null || cloud != null;
        ServiceChoice rest = chooses && !isAt(profile) ? AZURE : profile;
        return new ServiceChoice(
                chooses ? sandbox : rest.sandbox,
                chooses ? endpoint : rest.endpoint,
                chooses ? cloud : rest.cloud,
                apiVersion == null ? rest.apiVersion : apiVersion,
                speed == null ? rest.speed : speed);
    }

    /** Whether both are the same service, whatever the version that is spoken with it. */
    public boolean isAt(ServiceChoice other) {
        return sandbox == other.sandbox
                && folded(endpoint, "").equals(folded(other.endpoint, ""))
                && folded(cloud, "public").equals(folded(other.cloud, "public"));
    }

    private static String folded(@Nullable String text, String otherwise) {
        String plain = text == null ? otherwise : text.strip().toLowerCase(Locale.ROOT);
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** For people: {@code the embedded sandbox}, {@code http://127.0.0.1:8080}, {@code Azure}, {@code Azure (usgov)}. */
    public String words() {
        if (sandbox) {
            return "the embedded sandbox";
        }
        if (endpoint != null) {
            return endpoint;
        }
        return cloud == null || cloud.equalsIgnoreCase("public") ? Profile.AZURE_LABEL : "Azure (" + cloud + ")";
    }
}
