package dpsh.sandbox;

/** Some of what can be done through the control door; each subject brings its own. */
interface ControlRoutes {
    /** Adds its routes. Their handlers run without the world's lock, and may throw {@link Refusal}. */
    void addTo(ControlDoor door);
}
