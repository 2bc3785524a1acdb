package dpsh.command;

import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.Noun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Topics and commands that help tells of, in their order. */
record HelpPlaces(List<Place> all) {
    private static final int MOST_SAID = 3;

    HelpPlaces {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param name as {@code help} takes it
     * @param about a sentence
     * @param text the whole of its help
     */
    record Place(String name, String about, String text) {}

    static HelpPlaces of(HelpTopics topics) {
        return new HelpPlaces(topics.all().stream()
                .map(topic -> new Place(topic.name(), topic.summary(), topic.name() + " " + topic.text()))
                .toList());
    }

    /** With every command below the root. */
    HelpPlaces and(CommandLine root) {
        List<Place> more = new ArrayList<>(all);
        for (CommandLine command : Usages.everyCommand(root)) {
            if (command != root) {
                more.add(new Place(Usages.name(command), Usages.about(command), command.getUsageMessage()));
            }
        }
        return new HelpPlaces(more);
    }

    /** Those that speak of all the words. */
    HelpPlaces mentioning(String words) {
        return new HelpPlaces(all.stream()
                .filter(place -> HelpTopics.mentions(place.text(), words))
                .toList());
    }

    /** "it stands in `help a`, `help b` and more"; null when there are none. */
    @Nullable
    String words() {
        String some = all.stream()
                .limit(MOST_SAID)
                .map(place -> "`help " + place.name() + "`")
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : "it stands in " + some + (all.size() > MOST_SAID ? " and more" : "");
    }

    /** @param noun what they are called, which is the first column's name too */
    Listing listing(String noun) {
        return new Listing(
                Noun.of(noun),
                List.of(Column.of(noun), Column.of("about")),
                all.stream().map(place -> row(noun, place)).toList(),
                null);
    }

    private static Listing.Row row(String noun, Place place) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put(noun, place.name());
        json.put("about", place.about());
        return new Listing.Row(List.of(Cell.of(place.name()), Cell.of(place.about())), JsonText.of(json));
    }
}
