package dpsh.rest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether an attempt may leave.
 *
 * @param flight null when it may not
 * @param delay service time until it is worth asking again; zero when it may leave
 * @param held whether the service asked for that wait, or wants fewer of this operation; false when it is only its turn
 */
record Clearance(@Nullable Flight flight, Duration delay, boolean held) {}
