package dpsh.command;

/**
 * How big an estate to make up.
 *
 * @param policies in each vault
 * @param protectedShare 0 to 1
 */
public record EstateSize(
        int subscriptions,
        int groups,
        int disks,
        int accounts,
        int vaults,
        int policies,
        double protectedShare,
        long seed) {}
