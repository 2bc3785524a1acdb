package dpsh.shell;

import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static dpsh.shell.VirtualScreen.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.HostileText;
import dpsh.arm.ResourceId;
import dpsh.session.KnownIndex;
import dpsh.session.Seen;
import dpsh.store.Home;
import dpsh.store.KnownResources;
import dpsh.store.LocalDatabase;
import dpsh.view.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * Tab where the index knows things by hostile names: whatever is offered, chosen and sent off, the command gets a name that there
 * is, nothing else is carried out, and the shell stays usable.
 *
 * <p>Red, each tried: {@code TabCompleter} offering what is not plain; {@code ModelCompletion} offering a name with a hyphen in
 * front, which the command would take for an option.
 */
class HostileCompletionTest {
    private static final String DISKS =
            "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/RG/providers"
                    + "/Microsoft.Compute/disks/";
    private static final int TRIES = 25;

    private Path directory;
    private LocalDatabase database;
    private int worlds;

    @BeforeProperty
    void open() throws IOException {
        directory = Files.createTempDirectory("dpsh-hostile-");
        database = new LocalDatabase(Home.of(directory, Map.of()), Clock.systemUTC());
    }

    @AfterProperty
    void close() throws IOException {
        database.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Names and notes, told without harm when something fails. */
    record Names(List<String> all) {
        @Override
        public String toString() {
            return JsonText.ofAny(all);
        }
    }

    @Provide
    Arbitrary<Names> names() {
        return HostileText.any()
                .map(name -> new String(
                        name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)) // as it can be stored
                .filter(name -> !name.isBlank())
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(Names::new);
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.of(5, 20, 40, 100);
    }

    private KnownIndex knowing(Names names) {
        worlds++;
        KnownIndex index = new KnownIndex(new KnownResources(database), "world" + worlds, Clock.systemUTC(), text -> {
            throw new AssertionError(text);
        });
        List<Seen> seen = new ArrayList<>();
        for (String name : names.all()) {
            ResourceId id = ResourceId.parse(DISKS + seen.size());
            seen.add(new Seen("disk", id, name, null, names.all().get(0)));
        }
        index.remember(seen);
        return index;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsChosenIsANameAndNothingElseIsCarriedOut(@ForAll("names") Names names, @ForAll("widths") int columns) {
        try (VirtualShell shell = VirtualShell.open("xterm-256color", columns, knowing(names), null)) {
            shell.type("protect disk " + TAB + TAB + ENTER + ENTER + "echo a b" + ENTER)
                    .await(text -> shell.commands.ran.contains(List.of("echo", "a", "b")));
            List<String> first = shell.commands.ran.get(0);
            assertThat(first).hasSizeBetween(2, 4).startsWith("protect", "disk");
            assertThat(first.subList(2, first.size()))
                    .allSatisfy(word -> assertThat(word).doesNotStartWith("-"))
                    .allSatisfy(word -> assertThat(names.all()).anyMatch(name -> isMeant(name, word, names)));
            assertThat(shell.commands.ran).hasSize(2);
            shell.awaitText("\na|b\n");
            assertThat(shell.isOpen()).isTrue();
            assertThat(HostileText.isHarmless(shell.text())).as(shell.text()).isTrue();
        }
    }

    /** The blank at its end is the name's own, at the prompt and in the history. */
    @Example
    void aNameThatEndsWithABlankIsChosenWhole() {
        try (VirtualShell shell =
                VirtualShell.open("xterm-256color", 100, knowing(new Names(List.of("sql data "))), null)) {
            List<String> line = List.of("protect", "disk", "sql data ");
            shell.type("protect disk s" + TAB + ENTER).await(text -> shell.commands.ran.equals(List.of(line)));
            shell.awaitLine(VirtualShell.PROMPT);
            shell.type(UP).awaitLine(VirtualShell.PROMPT + " protect disk sql\\ data\\");
            shell.type(ENTER).await(text -> shell.commands.ran.equals(List.of(line, line)));
        }
    }

    /** Java keeps such a character in two, JLine's line in one, and its menu counts as Java does. */
    @Example
    void tabTakesNothingAwayWhereNamesHoldCharactersBeyondTheFirstPlane() {
        Names names = new Names(List.of("\ud83d\ude80 one", "\ud83d\ude80 two", "sql"));
        String rocket = "\ud83d" + "\ude80";
        try (VirtualShell shell = VirtualShell.open("xterm-256color", 100, knowing(names), null)) {
            shell.type("protect disk " + TAB).awaitText("sql");
            shell.type(TAB + "sq" + TAB).awaitTyped("protect disk sql ");
            shell.type(rocket + TAB).awaitTyped("protect disk sql " + rocket + "\\ ");
            shell.type(TAB + "o" + TAB).awaitTyped("protect disk sql " + rocket + "\\ one ");
            shell.type("; ec" + TAB).awaitTyped("protect disk sql " + rocket + "\\ one ; echo ");
        }
    }

    /** Chosen, it would be an answer that nobody gave. */
    @Example
    void aNameThatTheCommandWouldTakeForAnOptionIsNotOffered() {
        try (VirtualShell shell =
                VirtualShell.open("xterm-256color", 100, knowing(new Names(List.of("--grant", "-x"))), null)) {
            shell.type("protect disk x " + TAB + TAB + ENTER).await(text -> !shell.commands.ran.isEmpty());
            assertThat(shell.commands.ran).containsExactly(List.of("protect", "disk", "x"));
        }
    }

    /** The name itself, or what several begin with. */
    private static boolean isMeant(String name, String word, Names names) {
        return names.all().size() == 1 ? name.equals(word) : name.regionMatches(true, 0, word, 0, word.length());
    }
}
