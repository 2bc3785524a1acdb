package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy says, ready to act on: when to back up, how to tag, how long to keep. */
record BackupPlan(String policyName, List<Rule> rules, List<Keep> keeps) {
    static final String OPERATIONAL = "OperationalStore";
    static final String VAULTED = "VaultStore";

    /**
     * An AzureBackupRule.
     *
     * @param type Incremental, Full or Discrete
     * @param store the store that its recovery points are in
     */
    record Rule(String name, String type, String store, List<Schedule> schedules, Tagging tagging) {
        Rule {
            schedules = List.copyOf(schedules);
        }

        /** The first occurrence after this time; null when it never occurs. */
        @Nullable
        Instant next(Instant after) {
            Instant first = null;
            for (Schedule schedule : schedules) {
                Instant found = schedule.next(after);
                first = first == null || found.isBefore(first) ? found : first;
            }
            return first;
        }

        /** The last occurrence at this time or before; null when there is none. */
        @Nullable
        Instant last(Instant notAfter) {
            Instant last = null;
            for (Schedule schedule : schedules) {
                Instant found = schedule.last(notAfter);
                last = found != null && (last == null || found.isAfter(last)) ? found : last;
            }
            return last;
        }

        ZoneId zone() {
            return schedules.isEmpty() ? ZoneOffset.UTC : schedules.get(0).zone();
        }
    }

    /** How long an AzureRetentionRule keeps what lies in a store. Its name is the tag. */
    record Keep(String tag, boolean isDefault, String store, TemporalAmount time) {
        Instant expiry(Instant created) {
            return time instanceof Period period
                    ? created.atZone(ZoneOffset.UTC).plus(period).toInstant()
                    : created.plus(time);
        }
    }

    BackupPlan {
        rules = List.copyOf(rules);
        keeps = List.copyOf(keeps);
    }

    static BackupPlan of(Policy policy) {
        List<Rule> rules = new ArrayList<>();
        List<Keep> keeps = new ArrayList<>();
        for (JsonNode rule : policy.properties().path("policyRules")) {
            String type = CaseBlind.text(rule, "objectType");
            if ("AzureBackupRule".equalsIgnoreCase(type)) {
                rules.add(rule(rule));
            } else if ("AzureRetentionRule".equalsIgnoreCase(type)) {
                addKeeps(rule, keeps);
            }
        }
        return new BackupPlan(policy.id().name(), rules, keeps);
    }

    private static Rule rule(JsonNode rule) {
        JsonNode trigger = CaseBlind.member(rule, "trigger");
        JsonNode schedule = CaseBlind.member(trigger, "schedule");
        ZoneId zone = TimeZones.of(textOr(schedule, "timeZone", ""));
        List<Schedule> schedules = new ArrayList<>();
        JsonNode intervals = CaseBlind.member(schedule, "repeatingTimeIntervals");
        if (intervals != null) {
            for (JsonNode interval : intervals) {
                Schedule parsed = Schedule.parse(interval.asText(), zone);
                if (parsed != null) {
                    schedules.add(parsed);
                }
            }
        }
        return new Rule(
                textOr(rule, "name", ""),
                textOr(CaseBlind.member(rule, "backupParameters"), "backupType", "Incremental"),
                textOr(CaseBlind.member(rule, "dataStore"), "dataStoreType", OPERATIONAL),
                schedules,
                Tagging.of(CaseBlind.member(trigger, "taggingCriteria")));
    }

    private static void addKeeps(JsonNode rule, List<Keep> keeps) {
        JsonNode lifecycles = CaseBlind.member(rule, "lifecycles");
        if (lifecycles == null) {
            return;
        }
        for (JsonNode lifecycle : lifecycles) {
            try {
                keeps.add(new Keep(
                        textOr(rule, "name", ""),
                        rule.path("isDefault").asBoolean(false),
                        textOr(CaseBlind.member(lifecycle, "sourceDataStore"), "dataStoreType", OPERATIONAL),
                        Schedule.amount(textOr(CaseBlind.member(lifecycle, "deleteAfter"), "duration", "P30D"))));
            } catch (DateTimeParseException odd) {
                keeps.add(new Keep(textOr(rule, "name", ""), false, OPERATIONAL, Period.ofDays(30)));
            }
        }
    }

    private static String textOr(@Nullable JsonNode node, String name, String otherwise) {
        String text = CaseBlind.text(node, name);
        return text == null ? otherwise : text;
    }

    /** The backup rule of this name; null when there is none. */
    @Nullable
    Rule rule(@Nullable String name) {
        return rules.stream()
                .filter(rule -> rule.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether a retention rule has this tag. */
    boolean hasTag(String tag) {
        return keeps.stream().anyMatch(keep -> keep.tag().equalsIgnoreCase(tag));
    }

    /** Whether anything is kept in this store. */
    boolean uses(String store) {
        return keeps.stream().anyMatch(keep -> keep.store().equalsIgnoreCase(store));
    }

    /** How a backup with this tag is kept in this store: by the tag's rule, else by the default rule of the store. */
    @Nullable
    Keep keep(String tag, String store) {
        Keep fallback = null;
        for (Keep keep : keeps) {
            boolean here = keep.store().equalsIgnoreCase(store);
            if (here && keep.tag().equalsIgnoreCase(tag)) {
                return keep;
            }
            fallback = here && keep.isDefault() ? keep : fallback;
        }
        return fallback;
    }

    /** The first scheduled backup after this time; null when nothing is scheduled. */
    @Nullable
    Instant next(Instant after) {
        Instant first = null;
        for (Rule rule : rules) {
            Instant found = rule.next(after);
            first = found != null && (first == null || found.isBefore(first)) ? found : first;
        }
        return first;
    }

    /** No recovery point is kept longer than this. */
    Duration longest() {
        return keeps.stream()
                .map(keep -> Duration.between(Instant.EPOCH, keep.expiry(Instant.EPOCH)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plusDays(3);
    }
}
