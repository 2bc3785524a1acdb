package dpsh.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private static final GraphTables TABLES = new GraphTables() {
        @Override
        public List<String> columns() {
            return List.of("id", "name", "type", "size", "tags", "properties");
        }

        @Override
        public Set<String> names() {
            return Set.of("resources", "others");
        }

        @Override
        public List<ObjectNode> rows(String name, Set<String> types) {
            return types.equals(Set.of("none"))
                    ? List.of()
                    : name.equals("others")
                            ? List.of(
                                    row("/x/1", "One", "other", 1, "{'color':'red'}"),
                                    row("/x/9", "Nine", "other", 9, "{}"))
                            : List.of(
                                    row(
                                            "/x/1",
                                            "One",
                                            "disk",
                                            1,
                                            "{'Tier':'Premium','list':['a','b'],'when':'2026-11-20T00:00:00Z'}"),
                                    row(
                                            "/x/2",
                                            "Two",
                                            "disk",
                                            20,
                                            "{'Tier':'Standard','list':[],'when':'2026-01-01T00:00:00Z'}"),
                                    row("/x/3", "Three", "Account", 3, "{'on':true}"),
                                    row("/x/4", "four", "vault", 4, "null"));
        }
    };

    private static ObjectNode row(String id, String name, String type, int size, String properties) {
        try {
            String text = "{'id':'" + id + "','name':'" + name + "','type':'" + type + "','size':" + size
                    + ",'tags':null,'properties':" + properties + "}";
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static GraphQuery.Result run(String query) {
        return GraphQuery.parse(query, TABLES, NOW).run();
    }

    private static List<String> names(String query) {
        List<String> names = new ArrayList<>();
        run(query).rows().forEach(row -> names.add(row.path("name").asText()));
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "type == 'disk'; One Two",
                "type =~ 'DISK' and size > 5; Two",
                "type != 'disk'; Three four",
                "type !~ 'ACCOUNT'; One Two four",
                "name in ('One', 'four'); One four",
                "name in~ ('ONE'); One",
                "name !in ('One', 'four'); Two Three",
                "name !in~ ('one', 'TWO', 'three'); four",
                "name contains 'O'; One Two four",
                "name contains_cs 'O'; One",
                "name !contains 'o'; Three",
                "name startswith 't'; Two Three",
                "name endswith 'E'; One Three",
                "id has '2'; Two",
                "id matches regex '/x/[34]$'; Three four",
                "properties.tier =~ 'premium'; One",
                "properties['Tier'] == 'Standard'; Two",
                "properties.list[0] == 'a'; One",
                "properties.on == true; Three",
                "properties.on == 'true'; Three",
                "isnotempty(properties.Tier); One Two",
                "isempty(properties.Tier); Three four",
                "isnull(tags) and isnotnull(properties.on); Three",
                "not(size >= 4); One Three",
                "size between (3 .. 4); Three four",
                "size < 2 or size <= 3 and type == 'Account'; One Three",
                "array_length(properties.list) == 2; One",
                "properties.when > datetime(2026-11-01); One",
                "properties.when > ago(30d); One",
                "tolower(name) == 'one' or toupper(name) == 'FOUR'; One four",
                "strlen(name) == 5; Three",
                "size * 2 + 1 == 7; Three",
                "split(id, '/')[2] == '3'; Three",
                "extract('/x/([0-9])', 1, id) == '2'; Two",
                "iff(size > 3, 'big', 'small') == 'big'; Two four",
                "case(size > 10, 'b', size > 3, 'm', 's') == 'm'; four",
                "coalesce(tostring(properties.Tier), 'none') == 'none'; Three four",
                "parse_json('{\"a\":1}').a == size; One",
                "strcat(type, '-', name) == 'disk-Two'; Two"
            })
    void whereTakes(String condition, String expected) {
        assertThat(String.join(" ", names("resources | where " + condition))).isEqualTo(expected);
    }

    @Test
    void aQueryWithoutATableAsksResourcesAndCommentsAreSkipped() {
        assertThat(names("where size == 3 // three\n| project name")).containsExactly("Three");
        assertThat(names("RESOURCES")).hasSize(4);
        assertThat(run("count").rows().get(0).path("Count").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "where type =~ 'NONE'; 0",
                "where type == 'none' and size > 0 | count; 1",
                "where type =~ 'none' or size > 3; 2",
                "where type =~ 'none' and size > 3 or size > 3; 2",
                "where size > 0 | where type =~ 'none'; 0"
            })
    void tablesAreToldTheTypeThatAloneIsWanted(String steps, int rows) {
        assertThat(run("resources | " + steps).rows()).hasSize(rows);
        assertThat(run(steps).rows()).hasSize(rows);
    }

    @Test
    void projectionsSayWhichColumnsThereAre() {
        assertThat(run("resources | project name, Kind = tolower(type), properties.Tier")
                        .columns())
                .containsExactly("name", "Kind", "properties_Tier");
        assertThat(run("resources | project-away tags, properties").columns())
                .containsExactly("id", "name", "type", "size");
        assertThat(run("resources | project-keep name").columns()).containsExactly("name");
        assertThat(run("resources | project-rename title = name | project-reorder size")
                        .columns())
                .startsWith("size", "id", "title");
        assertThat(run("resources | extend half = size / 2, twice = size * 2 | where twice == 2")
                        .rows()
                        .get(0)
                        .toString())
                .endsWith("\"half\":0,\"twice\":2}");
    }

    @Test
    void rowsAreOrderedCutAndMadeDistinct() {
        assertThat(names("resources | order by size")).containsExactly("Two", "four", "Three", "One");
        assertThat(names("resources | sort by type asc, size desc | limit 3")).containsExactly("Three", "Two", "One");
        assertThat(names("resources | top 2 by name asc")).containsExactly("One", "Three");
        assertThat(names("resources | take 1")).containsExactly("One");
        assertThat(run("resources | distinct type").rows()).hasSize(3);
    }

    @Test
    void summarizeGroups() {
        GraphQuery.Result result = run("resources | summarize count(), big = countif(size > 2), min(size), max(size),"
                + " sum(size), make_list(name), dcount(name), make_set(type) by type | order by type asc");

        assertThat(result.columns())
                .containsExactly(
                        "type",
                        "count_",
                        "big",
                        "min_size",
                        "max_size",
                        "sum_size",
                        "list_name",
                        "dcount_name",
                        "set_type");
        assertThat(result.rows().get(1).toString())
                .isEqualTo("{\"type\":\"disk\",\"count_\":2,\"big\":1,\"min_size\":1,\"max_size\":20,\"sum_size\":21,"
                        + "\"list_name\":[\"One\",\"Two\"],\"dcount_name\":2,\"set_type\":[\"disk\"]}");
        assertThat(run("resources | where name == 'nobody' | summarize n = count()")
                        .rows()
                        .toString())
                .isEqualTo("[{\"n\":0}]");
        assertThat(run("resources | where name == 'nobody' | summarize count() by type")
                        .rows())
                .isEmpty();
    }

    @Test
    void listsAreExpandedAndTablesJoined() {
        assertThat(run("resources | mv-expand item = properties.list | where isnotnull(item) | project item")
                        .rows()
                        .toString())
                .isEqualTo("[{\"item\":\"a\"}, {\"item\":\"b\"}]");
        String colors = " (others | project id, color = properties.color) on id | project name, color";
        assertThat(run("resources | join kind=inner" + colors).rows().toString())
                .isEqualTo("[{\"name\":\"One\",\"color\":\"red\"}]");
        assertThat(run("resources | join kind=leftouter" + colors).rows()).hasSize(4);
        assertThat(names("resources | join kind=leftanti (others) on $left.id == $right.id"))
                .containsExactly("Two", "Three", "four");
        assertThat(run("resources | join (others) on id").columns()).contains("id", "id1", "name1");
        assertThat(names("resources | union others | where size >= 9")).containsExactly("Two", "Nine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "resources | where type =~; ParserFailure; 1; 25; ``",
                "resources | parse id with x; ParserFailure; 1; 12; parse",
                "resources | where wrong == 1; InvalidQuery; 1; 18; wrong",
                "resources | where nothing(name); InvalidQuery; 1; 18; nothing",
                "resources | where tolower(name, name) == ''; InvalidQuery; 1; 18; tolower",
                "nowhere | where name == 'x'; InvalidQuery; 1; 0; nowhere",
                "resources | project name | where size == 1; InvalidQuery; 1; 33; size",
                "resources | where name == 'open; ParserFailure; 1; 26; `'open`",
                "resources where; ParserFailure; 1; 10; where",
                "resources | limit many; ParserFailure; 1; 18; many",
                "resources | join kind=fullouter (others) on id; ParserFailure; 1; 22; fullouter",
                "resources | where name == #; ParserFailure; 1; 26; #"
            })
    void whatIsWrongIsNamedWithItsPlace(String query, String code, int line, int position, String token) {
        GraphFault fault = catchThrowableOfType(GraphFault.class, () -> run(query));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.position()).isEqualTo(position);
        assertThat(fault.token()).isEqualTo(token);
    }

    @Test
    void linesAreCounted() {
        GraphFault fault =
                catchThrowableOfType(GraphFault.class, () -> run("resources\n| where type == 'a'\n| where ?"));

        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.position()).isEqualTo(8);
    }
}
