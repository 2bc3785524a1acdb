package dpsh.sandbox;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** Time zones as clients name them: az says UTC, PowerShell and the portal use the names of Windows, others IANA's. */
final class TimeZones {
    /** Windows names and their IANA zones (Unicode CLDR, windowsZones, territory 001); the common ones. */
    private static final Map<String, String> WINDOWS = Map.ofEntries(
            Map.entry("coordinated universal time", "UTC"),
            Map.entry("gmt standard time", "Europe/London"),
            Map.entry("greenwich standard time", "Atlantic/Reykjavik"),
            Map.entry("w. europe standard time", "Europe/Berlin"),
            Map.entry("romance standard time", "Europe/Paris"),
            Map.entry("central europe standard time", "Europe/Budapest"),
            Map.entry("central european standard time", "Europe/Warsaw"),
            Map.entry("fle standard time", "Europe/Kiev"),
            Map.entry("gtb standard time", "Europe/Bucharest"),
            Map.entry("turkey standard time", "Europe/Istanbul"),
            Map.entry("russian standard time", "Europe/Moscow"),
            Map.entry("south africa standard time", "Africa/Johannesburg"),
            Map.entry("arabian standard time", "Asia/Dubai"),
            Map.entry("india standard time", "Asia/Calcutta"),
            Map.entry("se asia standard time", "Asia/Bangkok"),
            Map.entry("singapore standard time", "Asia/Singapore"),
            Map.entry("china standard time", "Asia/Shanghai"),
            Map.entry("korea standard time", "Asia/Seoul"),
            Map.entry("tokyo standard time", "Asia/Tokyo"),
            Map.entry("w. australia standard time", "Australia/Perth"),
            Map.entry("e. australia standard time", "Australia/Brisbane"),
            Map.entry("aus eastern standard time", "Australia/Sydney"),
            Map.entry("new zealand standard time", "Pacific/Auckland"),
            Map.entry("e. south america standard time", "America/Sao_Paulo"),
            Map.entry("argentina standard time", "America/Buenos_Aires"),
            Map.entry("atlantic standard time", "America/Halifax"),
            Map.entry("eastern standard time", "America/New_York"),
            Map.entry("central standard time", "America/Chicago"),
            Map.entry("mountain standard time", "America/Denver"),
            Map.entry("us mountain standard time", "America/Phoenix"),
            Map.entry("pacific standard time", "America/Los_Angeles"),
            Map.entry("alaskan standard time", "America/Anchorage"),
            Map.entry("hawaiian standard time", "Pacific/Honolulu"));

    private TimeZones() {}

    /** The zone of this name; UTC when the name is empty or not known. */
    static ZoneId of(String name) {
        String known = WINDOWS.get(name.strip().toLowerCase(Locale.ROOT));
        try {
            return name.isBlank() ? ZoneOffset.UTC : ZoneId.of(known == null ? name.strip() : known);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
