package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The settings that somebody gave to the blob service of an account; what protection sets comes on top.
 *
 * @param body the properties as they were given
 */
record BlobService(ArmId id, ObjectNode body) implements Bodied {}
