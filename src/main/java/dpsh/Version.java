package dpsh;

/** Which dpsh this is. */
final class Version {
    private Version() {}

    /** The jar's version, or "development" when it does not run from a jar. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** "dpsh 0.1.0 (Java 17.0.15)". */
    static String line() {
        return "dpsh " + number() + " (Java " + System.getProperty("java.version") + ")";
    }
}
