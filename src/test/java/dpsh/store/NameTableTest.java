package dpsh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameTableTest {
    private static NameTable table(String... names) {
        NameTable table = new NameTable();
        for (int i = 0; i < names.length; i++) {
            table.add(names[i], i + 1);
        }
        return table;
    }

    @Test
    void findsAnyPartOfAName() {
        NameTable table = table("disk-prod-01", "vm1_osdisk", "backup");
        assertThat(table.find("prod", 10)).containsExactly(1L);
        assertThat(table.find("01", 10)).containsExactly(1L);
        assertThat(table.find("os", 10)).containsExactly(2L);
        assertThat(table.find("p", 10)).containsExactly(1L, 3L);
        assertThat(table.find("nothing", 10)).isEmpty();
    }

    @Test
    void theBeginningOfAWordComesFirst() {
        assertThat(table("mandatadisk", "vm-data-1", "data").find("data", 10)).containsExactly(2L, 3L, 1L);
    }

    @Test
    void aNameCountsOnceAndNamesDoNotRunTogether() {
        NameTable table = table("aaa", "ab", "ba");
        assertThat(table.find("a", 10)).containsExactly(1L, 2L, 3L);
        assertThat(table.find("bb", 10)).isEmpty();
        assertThat(table.find("ab\nba", 10)).isEmpty();
    }

    @Test
    void leavesOutANameThatBreaksTheLineAndFindsTheOnesBehindIt() {
        NameTable table = table("one", "t\nwo", "three");
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.find("wo", 10)).isEmpty();
        assertThat(table.find("thr", 10)).containsExactly(3L);
    }

    @Test
    void findsWhatIsNotAscii() {
        NameTable table = table("büro-größe", "disk-\ud83d\ude80-1", "größer");
        assertThat(table.find("größe", 10)).containsExactly(1L, 3L);
        assertThat(table.find("\ud83d\ude80", 10)).containsExactly(2L);
    }

    @Test
    void growsAndGivesNoMoreThanWasAskedFor() {
        NameTable table = new NameTable();
        IntStream.range(0, 5_000).forEach(i -> table.add("x" + i, i));
        List<Long> some = table.find("x", 100);
        assertThat(some).hasSize(100).doesNotHaveDuplicates();
        assertThat(table.find("4999", 100)).containsExactly(4_999L);
    }
}
