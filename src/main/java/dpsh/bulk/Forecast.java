package dpsh.bulk;

import java.time.Duration;

/**
 * What a run will cost at the service's documented rates.
 *
 * @param writes requests that count as writes: grants, validations, creations
 * @param reads requests that count as reads, about
 * @param time service time from the first request to the last item, about
 * @param grantTime how much of it is waiting until granted roles act; zero when nothing is granted
 */
public record Forecast(int writes, int reads, Duration time, Duration grantTime) {}
