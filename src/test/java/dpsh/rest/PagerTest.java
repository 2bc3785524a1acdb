package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Law 6: lists go to the end. Red when {@code Walk.next} forgets {@code read.next()}, which was tried. */
class PagerTest {
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Pages pages() {
        return new Pager(bench.exchange)
                .pages(ArmRequest.get("BackupInstances_List", "/subscriptions/s1/x?api-version=1", null));
    }

    @Test
    void followsEveryLinkByteForByteToTheEnd() throws Exception {
        String second = bench.root() + "/subscriptions/s1/x?api-version=1&$skipToken=a%3d%3D+b==";
        bench.enqueue(
                Bench.answer(200, "{\"value\":[{\"n\":1},{\"n\":2}],\"nextLink\":\"" + second + "\"}"),
                Bench.answer(200, "{\"NextLink\":\"" + bench.root() + "/third\",\"Value\":[]}"),
                Bench.answer(200, "{\"value\":[{\"n\":3}],\"nextLink\":null}"));
        List<Page> all = new ArrayList<>();
        pages().forEach(all::add);
        assertThat(all)
                .containsExactly(
                        new Page(List.of("{\"n\":1}", "{\"n\":2}"), false),
                        new Page(List.of(), false),
                        new Page(List.of("{\"n\":3}"), true));
        bench.arrived();
        assertThat(bench.arrived().getTarget()).isEqualTo("/subscriptions/s1/x?api-version=1&$skipToken=a%3d%3D+b==");
        assertThat(bench.arrived().getTarget()).isEqualTo("/third");
    }

    @Test
    void keepsEachItemAsTheServiceWroteIt() {
        String odd =
                "{ \"a\" : 14.0, \"big\": 123456789012345678901234567890.10, \"s\":\"\\u00e4 ]}\\\"\", \"l\":[1, {}]}";
        bench.enqueue(Bench.answer(
                200,
                "{\"count\":{\"value\":[9]},\n \"value\" : [\n  " + odd
                        + " , 1.50 ,\"x\" , null,true, [ ]\n ], \"nextLink\":\"\"}"));
        Page page = pages().iterator().next();
        assertThat(page.items()).containsExactly(odd, "1.50", "\"x\"", "null", "true", "[ ]");
        assertThat(page.last()).isTrue();
    }

    @Test
    void fetchesAPageOnlyWhenItIsAskedFor() {
        bench.enqueue(Bench.answer(200, "{\"value\":[],\"nextLink\":\"" + bench.root() + "/2\"}"));
        Iterator<Page> walk = pages().iterator();
        assertThat(bench.server.getRequestCount()).isZero();
        walk.next();
        assertThat(walk.hasNext()).isTrue();
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anEmptyListIsOnePage() {
        bench.enqueue(Bench.answer(200, "{\"value\":[]}"));
        Iterator<Page> walk = pages().iterator();
        assertThat(walk.next()).isEqualTo(new Page(List.of(), true));
        assertThat(walk.hasNext()).isFalse();
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void refusesAListThatComesBackToAPageItHadBefore() {
        String first = bench.root() + "/subscriptions/s1/x?api-version=1";
        bench.enqueue(
                Bench.answer(200, "{\"value\":[{}],\"nextLink\":\"" + bench.root() + "/2\"}"),
                Bench.answer(200, "{\"value\":[{}],\"nextLink\":\"" + first + "\"}"));
        List<Page> all = new ArrayList<>();
        assertThatThrownBy(() -> pages().forEach(all::add))
                .isInstanceOf(DpshException.Transport.class)
                .hasMessageContaining("never ends");
        assertThat(all).hasSize(2);
        assertThat(bench.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void refusesAnAnswerThatIsNoList() {
        for (String body : List.of("[]", "{}", "{\"value\":{}}", "", "\"value\"")) {
            bench.enqueue(Bench.answer(200, body));
            Iterator<Page> walk = pages().iterator();
            assertThatThrownBy(walk::next)
                    .as(body)
                    .isInstanceOf(DpshException.Transport.class)
                    .hasMessageContaining("no list");
        }
    }

    @Test
    void readsALongPage() {
        StringBuilder body = new StringBuilder("{\"value\":[");
        for (int i = 0; i < 20_000; i++) {
            body.append(i == 0 ? "" : ",").append("{\"id\":\"ä").append(i).append("\"}");
        }
        bench.enqueue(Bench.answer(200, body + "]}"));
        Page page = pages().iterator().next();
        assertThat(page.items()).hasSize(20_000).endsWith("{\"id\":\"ä19999\"}");
    }
}
