package dpsh.sandbox;

/** A vault's system-assigned identity. */
record Identity(String principalId, String tenantId) {}
