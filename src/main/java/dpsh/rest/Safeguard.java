package dpsh.rest;

import dpsh.arm.ResourceId;
import java.util.Set;

/**
 * Looks at what is to be changed before anything of it leaves (law 10): it may ask the operator, and it may refuse. Called
 * from whichever thread sends, for every request that changes something and is really sent.
 */
@FunctionalInterface
public interface Safeguard {
    /** Lets everything pass. */
    Safeguard NONE = (what, concerned) -> {};

    /**
     * @param what what is to be done, as a clause: "create or update backup instance x"
     * @param concerned every resource that the change names: its target, on whose behalf it is made, and those in its URL and
     *     body
     * @throws dpsh.arm.DpshException when it may not be done
     */
    void check(String what, Set<ResourceId> concerned);
}
