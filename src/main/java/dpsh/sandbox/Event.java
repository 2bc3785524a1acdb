package dpsh.sandbox;

/**
 * Something that will happen, as data, so that a world can be saved and go on elsewhere.
 *
 * @param kind names the effect, see {@link Timeline#on}
 * @param subject what it happens to: an ARM ID or a name
 * @param number tells a late effect whether its subject has changed since; its meaning belongs to the kind
 */
record Event(String kind, String subject, long number) {}
