package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something with an ARM ID that can be listed. */
interface Stored {
    ArmId id();

    /** The body that a GET in this version answers; a new tree each time. */
    ObjectNode json(ApiVersion version);
}
