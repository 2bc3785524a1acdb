package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which retention tag a backup gets: of the criteria that it meets the one with the lowest priority number. "First of" means the
 * first successful backup of that day, week, month or year in the rule's time zone; a week begins on Sunday (assumed, as .NET
 * counts).
 *
 * @param options by priority, the default last
 */
record Tagging(List<Option> options) {
    private static final String DEFAULT = "Default";

    /** A tag and the criteria of which one must be met; without criteria it is always met. */
    record Option(String tag, int priority, boolean isDefault, List<JsonNode> criteria) {
        Option {
            criteria = List.copyOf(criteria);
        }
    }

    Tagging {
        options = options.stream()
                .sorted(Comparator.comparing(Option::isDefault).thenComparingInt(Option::priority))
                .toList();
    }

    /** Reads {@code taggingCriteria}. */
    static Tagging of(@Nullable JsonNode given) {
        List<Option> options = new ArrayList<>();
        if (given != null) {
            for (JsonNode entry : given) {
                List<JsonNode> criteria = new ArrayList<>();
                JsonNode list = CaseBlind.member(entry, "criteria");
                if (list != null) {
                    list.forEach(criteria::add);
                }
                String tag = CaseBlind.text(CaseBlind.member(entry, "tagInfo"), "tagName");
                options.add(new Option(
                        tag == null ? DEFAULT : tag,
                        entry.path("taggingPriority").asInt(99),
                        entry.path("isDefault").asBoolean(false),
                        criteria));
            }
        }
        return new Tagging(options);
    }

    /** @param before the last successful backup before this one, or null */
    String tag(Instant backup, @Nullable Instant before, ZoneId zone) {
        for (Option option : options) {
            if (option.isDefault() || meetsOne(option, backup, before, zone)) {
                return option.tag();
            }
        }
        return DEFAULT;
    }

    private static boolean meetsOne(Option option, Instant backup, @Nullable Instant before, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(backup, zone);
        LocalDate last = before == null ? null : LocalDate.ofInstant(before, zone);
        return option.criteria().stream().anyMatch(criterion -> meets(criterion, day, last));
    }

    private static boolean meets(JsonNode criterion, LocalDate day, @Nullable LocalDate last) {
        return anyOf(criterion, "absoluteCriteria", word -> isFirst(word, day, last))
                && anyOf(criterion, "daysOfTheWeek", word -> isDay(word, day.getDayOfWeek()))
                && anyOf(criterion, "monthsOfYear", word -> isMonth(word, day))
                && anyOf(criterion, "weeksOfTheMonth", word -> isWeek(word, day))
                && isDayOfMonth(CaseBlind.member(criterion, "daysOfMonth"), day);
    }

    private interface Word {
        boolean fits(String word);
    }

    private static boolean anyOf(JsonNode criterion, String name, Word word) {
        JsonNode words = CaseBlind.member(criterion, name);
        if (words == null || words.isEmpty()) {
            return true;
        }
        for (JsonNode entry : words) {
            if (word.fits(entry.asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirst(String word, LocalDate day, @Nullable LocalDate last) {
        LocalDate begin =
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "allbackup" -> LocalDate.MAX;
                    case "firstofday" -> day;
                    case "firstofweek" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                    case "firstofmonth" -> day.withDayOfMonth(1);
                    case "firstofyear" -> day.withDayOfYear(1);
                    default -> LocalDate.MIN;
                };
        return !begin.equals(LocalDate.MIN) && (last == null || last.isBefore(begin));
    }

    private static boolean isDay(String word, DayOfWeek day) {
        return day.name().equalsIgnoreCase(word);
    }

    private static boolean isMonth(String word, LocalDate day) {
        return day.getMonth().name().equalsIgnoreCase(word);
    }

    private static boolean isWeek(String word, LocalDate day) {
        List<String> weeks = List.of("first", "second", "third", "fourth");
        boolean last = day.plusWeeks(1).getMonth() != day.getMonth();
        return word.equalsIgnoreCase("last")
                ? last
                : weeks.indexOf(word.toLowerCase(Locale.ROOT)) == (day.getDayOfMonth() - 1) / 7;
    }

    private static boolean isDayOfMonth(@Nullable JsonNode days, LocalDate day) {
        if (days == null || days.isEmpty()) {
            return true;
        }
        for (JsonNode entry : days) {
            boolean last = entry.path("isLast").asBoolean(false);
            if (last
                    ? day.getDayOfMonth() == day.lengthOfMonth()
                    : entry.path("date").asInt() == day.getDayOfMonth()) {
                return true;
            }
        }
        return false;
    }
}
