package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final List<String> KINDS = List.of(
            "R/2020-04-05T13:00:00+00:00/PT4H",
            "R/2020-04-05T13:00:00+02:00/P1D",
            "R/2020-04-05T13:00:00Z/P1W",
            "R/2020-01-31T13:00:00Z/P1M",
            "R/2020-02-29T00:00:00Z/P1Y");

    private static Schedule schedule(String text, ZoneId zone) {
        Schedule schedule = Schedule.parse(text, zone);
        assertThat(schedule).as(text).isNotNull();
        return schedule;
    }

    private static List<String> three(String text, String zone, String after) {
        Schedule schedule = schedule(text, TimeZones.of(zone));
        List<String> found = new ArrayList<>();
        Instant at = Instant.parse(after);
        for (int i = 0; i < 3; i++) {
            at = schedule.next(at);
            found.add(at.toString());
        }
        return found;
    }

    @Test
    void hoursCountFromTheStart() {
        assertThat(three("R/2020-04-05T13:00:00+00:00/PT4H", "", "2026-11-20T23:00:00Z"))
                .containsExactly("2026-11-21T01:00:00Z", "2026-11-21T05:00:00Z", "2026-11-21T09:00:00Z");
    }

    @Test
    void firstOccurrenceIsTheStart() {
        assertThat(three("R/2027-01-01T02:30:00+05:30/P1D", "UTC", "2026-11-20T23:00:00Z"))
                .containsExactly("2026-12-31T21:00:00Z", "2027-01-01T21:00:00Z", "2027-01-02T21:00:00Z");
    }

    @Test
    void daysKeepTheWallClockOverTheChangeToSummerTime() {
        assertThat(three("R/2026-01-01T02:30:00/P1D", "W. Europe Standard Time", "2026-03-27T12:00:00Z"))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
        assertThat(three("R/2026-01-01T13:00:00/P1D", "America/New_York", "2026-10-31T12:00:00Z"))
                .containsExactly("2026-10-31T17:00:00Z", "2026-11-01T18:00:00Z", "2026-11-02T18:00:00Z");
    }

    @Test
    void hoursGoOnEvenlyOverTheChangeToSummerTime() {
        assertThat(three("R/2026-01-01T00:00:00/PT12H", "Europe/Berlin", "2026-03-28T12:00:00Z"))
                .containsExactly("2026-03-28T23:00:00Z", "2026-03-29T11:00:00Z", "2026-03-29T23:00:00Z");
    }

    @Test
    void weeksKeepTheirDayAndMonthsTheirLastOne() {
        assertThat(three("R/2024-05-08T14:00:00+00:00/P1W", "UTC", "2026-11-20T00:00:00Z"))
                .containsExactly("2026-11-25T14:00:00Z", "2026-12-02T14:00:00Z", "2026-12-09T14:00:00Z");
        assertThat(three("R/2020-01-31T13:00:00Z/P1M", "UTC", "2026-01-31T13:00:00Z"))
                .containsExactly("2026-02-28T13:00:00Z", "2026-03-31T13:00:00Z", "2026-04-30T13:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PT4H",
                "R/PT4H",
                "R/2020-04-05T13:00:00Z/",
                "R/2020-04-05T13:00:00Z/PT0S",
                "R/2020-04-05T13:00:00Z/-P1D",
                "R/yesterday/P1D",
                "R/2020-04-05T13:00:00Z/P1D/P1D"
            })
    void whatIsNoIntervalIsNone(String text) {
        assertThat(Schedule.parse(text, UTC)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, UTC",
        "Coordinated Universal Time, UTC",
        "india standard time, Asia/Calcutta",
        "Europe/Berlin, Europe/Berlin",
        "+02:00, +02:00",
        "Nowhere Standard Time, Z"
    })
    void zonesAreKnownByTheirWindowsAndIanaNames(String name, String zone) {
        assertThat(TimeZones.of(name)).isEqualTo(ZoneId.of(zone));
    }

    @Property(tries = 300)
    void lastIsTheOneBeforeNext(
            @ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second,
            @ForAll @IntRange(min = 0, max = 4) int kind) {
        Schedule schedule = schedule(KINDS.get(kind), ZoneId.of("Europe/Berlin"));
        Instant time = Instant.ofEpochSecond(second);

        Instant next = schedule.next(time);
        Instant last = schedule.last(time);

        assertThat(next).isAfter(time);
        assertThat(last).isNotNull().isBeforeOrEqualTo(time);
        assertThat(schedule.next(last)).isEqualTo(next);
        assertThat(schedule.last(next)).isEqualTo(next);
    }
}
