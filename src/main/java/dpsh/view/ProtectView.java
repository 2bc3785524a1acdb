package dpsh.view;

import dpsh.arm.ResourceId;
import dpsh.backup.Finding;
import dpsh.client.ItemResult;
import dpsh.client.ProtectStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Protecting datasources: each step as it happens, and a row for each at the end. As JSON:
 * {@code {"datasource":…,"result":…,"detail":…,"instance":…}} with the results protected, unchanged, blocked, running, failed, shown.
 */
public final class ProtectView implements View<ProtectView.Item> {
    private static final Noun NOUN = Noun.of("datasource");
    public static final List<Column> COLUMNS =
            List.of(Column.of("datasource"), Column.whole("result"), Column.of("detail"), Column.of("instance"));

    /** The longest word of a step, "permission missing": what follows lines up behind it. */
    private static final int WORD_WIDTH = 18;

    private final OutcomeView outcomes;

    public ProtectView(OutcomeView outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * How one datasource ended.
     *
     * @param result null when an error ended it and nothing of it goes on
     * @param error the error, or null
     */
    public record Item(
            ResourceId datasource,
            @Nullable ItemResult result,
            @Nullable Said error) {}

    /** The lines that tell a step; none for a step that is not worth one. */
    public List<Cell> step(String name, ProtectStep step) {
        if (step instanceof ProtectStep.Noted noted) {
            return List.of(prefixed(name, FindingView.sentence(noted.finding())));
        }
        if (step instanceof ProtectStep.Checked checked) {
            String what = checked.standing().need().role().label() + " on "
                    + new ScopeName(checked.standing().need().scope()).words();
            return checked.standing().isMissing()
                    ? List.of(line(name, "permission missing", Tone.WARNING, what))
                    : List.of(line(name, "permission held", Tone.GOOD, what));
        }
        if (step instanceof ProtectStep.Granted granted) {
            return List.of(line(
                    name,
                    "granted",
                    Tone.GOOD,
                    granted.need().role().label() + " on "
                            + new ScopeName(granted.need().scope()).words()));
        }
        if (step instanceof ProtectStep.NotInForce) {
            return List.of(line(name, "not in force yet", Tone.DIM, "validating again"));
        }
        if (step instanceof ProtectStep.InForce) {
            return List.of(line(name, "in force", Tone.GOOD, "the service acts on the roles"));
        }
        if (step instanceof ProtectStep.Validated) {
            return List.of(line(name, "validated", Tone.GOOD, ""));
        }
        if (step instanceof ProtectStep.Created created) {
            return List.of(line(
                    name,
                    "created",
                    Tone.PLAIN,
                    created.instanceName() + ", accepted as operation " + created.operation()));
        }
        if (step instanceof ProtectStep.PickedUp pickedUp) {
            return List.of(line(name, "on its way already", Tone.PLAIN, pickedUp.instanceName()));
        }
        ProtectStep.Running running = (ProtectStep.Running) step;
        return List.of(line(name, running.running().detail(), Tone.DIM, ""));
    }

    @Override
    public Listing listing(List<Item> items) {
        return new Listing(NOUN, COLUMNS, items.stream().map(this::row).toList(), null);
    }

    @Override
    public Detail detail(Item item) {
        return Detail.of(
                List.of(
                        Detail.Field.of("datasource", item.datasource().toString()),
                        Detail.Field.of("result", result(item)),
                        Detail.Field.of("detail", detailOf(item)),
                        Detail.Field.of("instance", instance(item))),
                raw(item));
    }

    /** What the line ends with for this one. */
    public ExitCode exitCode(Item item) {
        if (item.error() != null) {
            return item.error().exitCode();
        }
        if (item.result() instanceof ItemResult.Failed failed) {
            return outcomes.exitCode(failed.outcome());
        }
        return item.result() instanceof ItemResult.Blocked ? ExitCode.FAILED : ExitCode.DONE;
    }

    private Listing.Row row(Item item) {
        return new Listing.Row(
                List.of(
                        Cell.of(item.datasource().name()),
                        result(item),
                        Cell.of(detailOf(item)),
                        Cell.of(instance(item), Tone.DIM)),
                raw(item));
    }

    private static Cell result(Item item) {
        return Cell.of(
                word(item),
                switch (word(item)) {
                    case "protected", "unchanged" -> Tone.GOOD;
                    case "shown" -> Tone.DIM;
                    case "running" -> Tone.WARNING;
                    default -> Tone.BAD;
                });
    }

    /** The word of the result: {@code protected}. */
    public static String word(Item item) {
        if (item.result() instanceof ItemResult.Protected) {
            return "protected";
        }
        if (item.result() instanceof ItemResult.Unchanged) {
            return "unchanged";
        }
        if (item.result() instanceof ItemResult.Blocked) {
            return "blocked";
        }
        if (item.result() instanceof ItemResult.Running) {
            return "running";
        }
        return item.result() instanceof ItemResult.Shown ? "shown" : "failed";
    }

    /** Why it ended so, or the state that the instance is in. */
    public String detailOf(Item item) {
        if (item.error() != null) {
            return item.error().text();
        }
        if (item.result() instanceof ItemResult.Protected done) {
            return done.state().word();
        }
        if (item.result() instanceof ItemResult.Unchanged same) {
            return same.state().word();
        }
        if (item.result() instanceof ItemResult.Blocked blocked) {
            List<String> sentences = new ArrayList<>();
            for (Finding finding : blocked.findings()) {
                sentences.add(FindingView.sentence(finding).text());
            }
            return String.join(" ", sentences);
        }
        if (item.result() instanceof ItemResult.Failed failed) {
            return failed.step() + " " + outcomes.words(failed.outcome()).text();
        }
        return "not sent";
    }

    /** The name of the backup instance, or null. */
    public static @Nullable String instance(Item item) {
        if (item.result() instanceof ItemResult.Protected done) {
            return done.instance().name();
        }
        return item.result() instanceof ItemResult.Unchanged same
                ? same.instance().name()
                : null;
    }

    private String raw(Item item) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("datasource", item.datasource().toString());
        members.put("result", word(item));
        members.put("detail", detailOf(item));
        if (item.result() instanceof ItemResult.Failed failed) {
            members.put("outcome", new JsonText.Raw(outcomes.json(failed.outcome())));
        }
        if (item.result() instanceof ItemResult.Blocked blocked) {
            members.put(
                    "codes",
                    blocked.findings().stream()
                            .map(Finding::serviceCode)
                            .filter(Objects::nonNull)
                            .toList());
        }
        if (item.result() instanceof ItemResult.Running running) {
            members.put("operation", running.operation());
        }
        members.put("instance", instance(item));
        return JsonText.of(members);
    }

    private static Cell line(String name, String word, Tone tone, String rest) {
        Cell head = Cell.of(name + "  ", Tone.PLAIN).and(word, tone);
        int gap = Math.max(0, WORD_WIDTH - word.length()) + 2;
        return rest.isEmpty() ? head : head.and(" ".repeat(gap) + rest, Tone.PLAIN);
    }

    private static Cell prefixed(String name, Cell cell) {
        Cell line = Cell.of(name + "  ", Tone.PLAIN);
        for (Span span : cell.spans()) {
            line = line.and(span.text(), span.tone());
        }
        return line;
    }
}
