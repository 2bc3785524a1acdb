package dpsh.session;

import dpsh.arm.DurationText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Offers lengths of time: the usual ones, and each unit behind a number. */
public final class DurationValues implements KnownValues {
    private static final List<String> USUAL = List.of("10s", "30s", "1m", "5m", "15m", "30m", "1h", "4h", "24h", "7d");
    private static final List<String> UNITS = List.of("s", "m", "h", "d");

    @Override
    public List<Known> candidates(String kind, String prefix) {
        if (!kind.equals("duration")) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        USUAL.stream().filter(one -> one.startsWith(prefix)).forEach(found::add);
        if (prefix.matches(".*\\d")) {
            UNITS.forEach(unit -> found.add(prefix + unit));
        }
        found.add(prefix);
        return found.stream()
                .filter(one -> DurationText.parse(one) != null && !one.matches("\\d+"))
                .map(one -> new Known(one, words(DurationText.parse(one)), "durations", true))
                .toList();
    }

    private static String words(Duration length) {
        StringBuilder words = new StringBuilder();
        part(words, length.toDaysPart(), "day");
        part(words, length.toHoursPart(), "hour");
        part(words, length.toMinutesPart(), "minute");
        part(words, length.toSecondsPart(), "second");
        return words.toString();
    }

    private static void part(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(count)
                    .append(' ')
                    .append(unit)
                    .append(count == 1 ? "" : "s");
        }
    }
}
