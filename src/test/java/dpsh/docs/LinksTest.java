package dpsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages link to is there: the files, the pictures, the headings. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (String target : targets(page)) {
                links++;
                if (!leads(page, target)) {
                    broken.add(page + ": " + target);
                }
            }
        }
        assertThat(links).isGreaterThan(30);
        assertThat(broken).isEmpty();
    }

    /** Red when a section is added and not listed at the top of the page. */
    @Test
    void theGuideListsEachOfItsSectionsInTheirOrder() throws IOException {
        Path guide = Path.of("docs/guide.md");
        List<String> sections = Files.readAllLines(guide).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> "#" + anchor(line))
                .toList();
        String contents = Files.readString(guide).split("\n## ", 2)[0];
        assertThat(LINK.matcher(contents).results().map(link -> link.group(1)).filter(target -> target.startsWith("#")))
                .containsExactlyElementsOf(sections);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(file -> file.toString()
                            .endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> targets(Path page) throws IOException {
        String prose = Files.readString(page).replaceAll("(?s)```.*?\n```|`[^`\n]*`", "");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    private static boolean leads(Path page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        if (!Files.exists(file)) {
            return false;
        }
        return parts.length == 1
                || Files.readAllLines(file).stream()
                        .anyMatch(
                                line -> line.startsWith("#") && anchor(line).equals(parts[1].toLowerCase(Locale.ROOT)));
    }

    /** What the pages' usual renderers make of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
