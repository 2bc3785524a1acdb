package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ProtectionState;
import dpsh.backup.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueViewTest {
    private final ValueView view = new ValueView(ErrorCatalog.load());

    record Disk(String name, long size, ProtectionState state, List<String> zones) {}

    record Kept(String name, String raw) {}

    private static final Disk ONE = new Disk("one", 5, new ProtectionState("ProtectionError"), List.of("1", "2"));
    private static final Disk TWO = new Disk("twenty", 512, new ProtectionState("ProtectionConfigured"), List.of());

    private static final Vault VAULT = new Vault(
            ResourceId.parse("/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/g/providers/"
                    + "Microsoft.DataProtection/backupVaults/v"),
            new Location("westus"),
            "Succeeded",
            null,
            null,
            null,
            "{}");

    private String shown(@Nullable Object value, Format format) {
        Paper paper = Paper.pipe();
        view.print(value, Results.in(format), paper.page());
        return paper.out() + (paper.err().isEmpty() ? "" : "err: " + paper.err());
    }

    @Test
    void nothingShowsNothing() {
        for (Format format : Format.values()) {
            assertThat(shown(null, format)).isEmpty();
        }
    }

    @Test
    void aSingleValueIsText() {
        assertThat(shown(42, Format.TABLE)).isEqualTo("42\n");
        assertThat(shown("two\nlines\u001b[2J", Format.TABLE)).isEqualTo("two\nlines\n");
        assertThat(shown(Duration.ofMinutes(3), Format.RECORD)).isEqualTo("PT3M\n");
        assertThat(shown(new ProtectionState("X"), Format.TABLE)).isEqualTo("X\n");
        assertThat(shown(42, Format.JSON)).isEqualTo("42\n");
        assertThat(shown(new StringBuilder("a\"b"), Format.JSONL)).isEqualTo("\"a\\\"b\"\n");
        assertThat(shown(Double.NaN, Format.JSON)).isEqualTo("\"NaN\"\n");
    }

    @Test
    void manyOfTheSameAreATable() {
        assertThat(shown(List.of(ONE, TWO), Format.TABLE)).isEqualTo("""
            name    size  state                 zones
            one        5  ProtectionError       1, 2
            twenty   512  ProtectionConfigured  -
            err: 2 rows
            """);
        assertThat(shown(List.of(ONE, TWO), Format.JSONL)).isEqualTo("""
            {"name":"one","size":5,"state":"ProtectionError","zones":["1","2"]}
            {"name":"twenty","size":512,"state":"ProtectionConfigured","zones":[]}
            """);
        assertThat(shown(List.of(), Format.TABLE)).isEqualTo("err: no rows\n");
        assertThat(shown(List.of(), Format.JSON)).isEqualTo("[]\n");
    }

    @Test
    void mapsGetAColumnForEachName() {
        Map<String, Object> wide = new LinkedHashMap<>();
        wide.put("name", "a");
        wide.put("more", List.of(Map.of("x", 1)));
        assertThat(shown(List.of(wide, Map.of("name", "b")), Format.TABLE)).isEqualTo("""
            name  more
            a     [{"x":1}]
            b     -
            err: 2 rows
            """);
        assertThat(view.listing(List.of(ONE, wide), List.of("size", "name")).columns())
                .extracting(Column::title)
                .containsExactly("size", "name");
    }

    @Test
    void oneThingIsARecord() {
        assertThat(shown(ONE, Format.TABLE)).isEqualTo("""
            name   one
            size   5
            state  ProtectionError
            zones  1
                   2
            """);
        assertThat(shown(Map.of("a", new int[] {1, 2}), Format.JSONL)).isEqualTo("{\"a\":[1,2]}\n");
    }

    @Test
    void aResourceIsTheServicesOwnJson() {
        Kept kept = new Kept("n", "{\"later\":1.50}");
        assertThat(shown(kept, Format.JSONL)).isEqualTo("{\"later\":1.50}\n");
        assertThat(shown(Map.of("one", kept), Format.JSONL)).isEqualTo("{\"one\":{\"later\":1.50}}\n");
        assertThat(shown(kept, Format.TABLE)).isEqualTo("name  n\n");
        assertThat(shown(List.of(VAULT), Format.TABLE))
                .startsWith("name  group  region")
                .endsWith("err: 1 vault\n");
    }

    @Test
    void valuesWithoutMembersStandOnALineEach() {
        assertThat(shown(Arrays.asList("a", null, 3), Format.TABLE)).isEqualTo("a\nnull\n3\n");
        assertThat(shown(Arrays.asList("a", null, 3), Format.JSONL)).isEqualTo("\"a\"\nnull\n3\n");
        assertThat(shown(new String[] {"x"}, Format.JSON)).isEqualTo("[\n  \"x\"\n]\n");
    }

    @Test
    void whatHoldsItselfComesToAnEnd() {
        List<Object> round = new ArrayList<>();
        round.add(Map.of("in", round));
        assertThat(shown(round, Format.JSONL)).contains("...");
    }

    @Test
    void jsonIsReadAsMapsAndLists() {
        assertThat(JsonText.read("{\"b\":[1,2.5,null,true],\"a\":{\"c\":\"d\"}}"))
                .hasToString("{b=[1, 2.5, null, true], a={c=d}}");
        assertThat(JsonText.read("no json")).isEqualTo("no json");
        assertThat(JsonText.read("[1,")).isEqualTo("[1,");
        assertThat(JsonText.read("")).isEqualTo("");
    }
}
