package dpsh.shell;

import dpsh.session.Notices;
import dpsh.view.PlainText;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows notices above the prompt while there is one, and on standard error otherwise. */
public final class NoticeBoard implements Notices {
    private final Consumer<String> otherwise;
    private volatile @Nullable Consumer<String> prompt;

    /** @param otherwise takes a notice when there is no prompt; called from any thread */
    public NoticeBoard(Consumer<String> otherwise) {
        this.otherwise = Objects.requireNonNull(otherwise);
    }

    /** Whoever says it, it may quote the service: what a terminal would act on is taken out. */
    @Override
    public void show(String text) {
        Consumer<String> place = prompt;
        (place == null ? otherwise : place).accept(PlainText.of(text));
    }

    void attach(Consumer<String> place) {
        prompt = place;
    }

    void detach() {
        prompt = null;
    }
}
