package dpsh.sandbox;

/** A generated resource group: one application in one environment. */
record MadeUpGroup(ArmId id, MadeUpRegion region, String application, String environment, String owner) {}
