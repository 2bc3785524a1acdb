package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggingTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Tagging ALL = Tagging.of(Wire.json("""
            [{"tagInfo":{"tagName":"Default"},"taggingPriority":99,"isDefault":true},
             {"tagInfo":{"tagName":"Yearly"},"taggingPriority":10,"isDefault":false,
              "criteria":[{"absoluteCriteria":["FirstOfYear"],"objectType":"ScheduleBasedBackupCriteria"}]},
             {"tagInfo":{"tagName":"Monthly"},"taggingPriority":15,"isDefault":false,
              "criteria":[{"absoluteCriteria":["FirstOfMonth"]}]},
             {"tagInfo":{"tagName":"Weekly"},"taggingPriority":20,"isDefault":false,
              "criteria":[{"absoluteCriteria":["FirstOfWeek"]}]},
             {"tagInfo":{"tagName":"Daily"},"taggingPriority":25,"isDefault":false,
              "criteria":[{"absoluteCriteria":["FirstOfDay"]}]}]"""));

    private static String tag(Tagging tagging, String backup, @Nullable String before) {
        return tagging.tag(Instant.parse(backup), before == null ? null : Instant.parse(before), UTC);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T16:00:00Z, 2026-11-18T12:00:00Z, Default",
        "2026-11-18T01:00:00Z, 2026-11-17T21:00:00Z, Daily",
        "2026-11-22T01:00:00Z, 2026-11-21T21:00:00Z, Weekly",
        "2026-11-24T01:00:00Z, 2026-11-21T21:00:00Z, Weekly",
        "2026-12-01T01:00:00Z, 2026-11-30T21:00:00Z, Monthly",
        "2027-01-01T01:00:00Z, 2026-12-31T21:00:00Z, Yearly"
    })
    void lowestPriorityThatIsMetWins(String backup, String before, String tag) {
        assertThat(tag(ALL, backup, before)).isEqualTo(tag);
    }

    @Test
    void veryFirstBackupIsTheFirstOfEverything() {
        assertThat(tag(ALL, "2026-11-18T16:00:00Z", null)).isEqualTo("Yearly");
    }

    @Test
    void dayIsThatOfTheRulesZone() {
        Instant backup = Instant.parse("2026-11-18T23:30:00Z");
        Instant before = Instant.parse("2026-11-18T19:30:00Z");

        assertThat(ALL.tag(backup, before, UTC)).isEqualTo("Default");
        assertThat(ALL.tag(backup, before, ZoneId.of("Europe/Berlin"))).isEqualTo("Daily");
    }

    @Test
    void partsOfACriterionMustAllBeMet() {
        Tagging lastSunday = Tagging.of(Wire.json("""
                [{"tagInfo":{"tagName":"Monthly"},"taggingPriority":15,"criteria":[
                  {"daysOfTheWeek":["Sunday"],"weeksOfTheMonth":["Last"],"monthsOfYear":["November"]},
                  {"daysOfMonth":[{"date":3,"isLast":false},{"isLast":true}]}]}]"""));

        assertThat(tag(lastSunday, "2026-11-29T01:00:00Z", null)).isEqualTo("Monthly");
        assertThat(tag(lastSunday, "2026-11-22T01:00:00Z", null)).isEqualTo("Default");
        assertThat(tag(lastSunday, "2026-12-27T01:00:00Z", null)).isEqualTo("Default");
        assertThat(tag(lastSunday, "2026-12-03T01:00:00Z", null)).isEqualTo("Monthly");
        assertThat(tag(lastSunday, "2026-12-31T01:00:00Z", null)).isEqualTo("Monthly");
    }

    @Test
    void withoutCriteriaEverythingIsDefault() {
        assertThat(tag(Tagging.of(null), "2026-11-29T01:00:00Z", null)).isEqualTo("Default");
    }
}
