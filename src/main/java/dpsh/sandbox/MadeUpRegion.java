package dpsh.sandbox;

/** Where a generated estate lies. */
enum MadeUpRegion {
    WESTEUROPE("weu"),
    NORTHEUROPE("neu"),
    EASTUS("eus"),
    WESTUS2("wus2"),
    UKSOUTH("uks");

    private final String code;

    MadeUpRegion(String code) {
        this.code = code;
    }

    static MadeUpRegion of(int number) {
        return values()[number];
    }

    /** Its name to ARM. */
    String location() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Its short name in names of resources. */
    String code() {
        return code;
    }
}
