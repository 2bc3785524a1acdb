package dpsh.contract;

/**
 * Something that the contract does not say.
 *
 * @param operation the contract's operationId, or the path's shape when it has none
 * @param kind what sort: path, status, header, required, unknown, case, type, enum, format, null, discriminator, body, readOnly
 * @param place where: {@code request}, {@code 200}, {@code 202 Retry-After}, {@code 200 properties.status}
 * @param text what is wrong, with the value
 */
record Finding(String operation, String kind, String place, String text) implements Comparable<Finding> {
    @Override
    public int compareTo(Finding other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return operation + " | " + kind + " | " + place + " | " + text;
    }
}
