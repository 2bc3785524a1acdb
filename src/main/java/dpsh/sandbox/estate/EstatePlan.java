package dpsh.sandbox.estate;

/**
 * How big a generated estate is. The same plan makes the same estate, byte for byte.
 *
 * @param subscriptions 1 to 100
 * @param groups resource groups with disks and accounts, 1 to 10,000; each vault and each snapshot group comes in one of its own besides
 * @param disks 0 to 1,000,000, spread evenly over the groups
 * @param accounts storage accounts, 0 to 1,000,000
 * @param vaults 0 to 1,000, in up to five regions; groups lie in the vaults' regions
 * @param policies in each vault, 2 to 100
 * @param protectedShare the share of what can be protected that a vault protects, 0 to 1
 * @param seed of everything that looks like chance
 */
public record EstatePlan(
        int subscriptions,
        int groups,
        int disks,
        int accounts,
        int vaults,
        int policies,
        double protectedShare,
        long seed) {
    private static final int MOST = 1_000_000;

    public EstatePlan {
        check("subscriptions", subscriptions, 1, 100);
        check("groups", groups, 1, 10_000);
        check("disks", disks, 0, MOST);
        check("accounts", accounts, 0, MOST);
        check("vaults", vaults, 0, 1_000);
        check("policies", policies, 2, 100);
        if (!(protectedShare >= 0 && protectedShare <= 1)) {
            throw new EstateException("protected", "a share is 0 to 1, not " + protectedShare);
        }
        if (protectedShare > 0 && vaults == 0) {
            throw new EstateException("protected", "without a vault nothing is protected");
        }
    }

    private static void check(String what, int number, int least, int most) {
        if (number < least || number > most) {
            throw new EstateException(what, least + " to " + most + ", not " + number);
        }
    }
}
