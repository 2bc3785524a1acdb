package dpsh.runbook;

import dpsh.session.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may stand at a place of an expression. Nothing of it is carried out. */
final class Offers {
    private static final String IT = "it";

    private final Map<String, Shape> names;

    /** @param names those that stand for something, with what is known of it */
    Offers(Map<String, Shape> names) {
        this.names = names;
    }

    /** What may stand at the end of the text; all of it begins with what was typed, without regard to case. */
    List<Known> at(String text) {
        Chain chain = Chain.endOf(text);
        if (chain == null) {
            return List.of();
        }
        List<Known> all = new ArrayList<>();
        if (chain.links().isEmpty()) {
            names.forEach((name, shape) -> all.add(new Known(name, shape.label(), "names", false)));
        } else {
            Shape shape = shape(text, chain.links(), chain.begin());
            all.addAll(shape == null ? List.of() : Traits.of(shape));
        }
        String typed = chain.typed().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> one.value().toLowerCase(Locale.ROOT).startsWith(typed))
                .toList();
    }

    private @Nullable Shape shape(String text, List<Chain.Link> links, int begin) {
        Chain.Link first = links.get(0);
        Shape shape = first.call() ? null : names.get(first.name());
        if (shape == null && first.name().equals(IT)) {
            shape = it(text, begin);
        }
        if (shape != null && first.indexed()) {
            shape = shape.element();
        }
        for (Chain.Link link : links.subList(1, links.size())) {
            shape = shape == null ? null : Traits.member(shape, link);
        }
        return shape;
    }

    /** An element of the list whose method the closure is given to. */
    private @Nullable Shape it(String text, int place) {
        int closure = Chain.closureAround(text, place);
        Chain around =
                closure < 0 ? null : Chain.endOf(text.substring(0, closure).replaceFirst("\\(?\\s*$", ""));
        if (around == null || around.links().isEmpty()) {
            return null;
        }
        Shape receiver = shape(text, around.links(), around.begin());
        return receiver == null ? null : receiver.element();
    }
}
