package dpsh.bulk;

import dpsh.arm.ResourceId;
import dpsh.backup.RoleNeed;

/**
 * A role assignment that a plan needs.
 *
 * @param need the role and the scope that it would be assigned at
 * @param vault whose identity gets it
 * @param items how many items of the plan it serves
 */
public record GrantNeed(RoleNeed need, ResourceId vault, int items) {}
