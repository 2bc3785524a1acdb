package dpsh.shell;

import dpsh.session.KnownValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether words were seen before, for their colour. Answers at once or not yet: the index is asked on a thread of its own, and
 * only for words of the newest line, so that no key waits for a database.
 */
final class KnownWords implements LineShades.Knowing {
    private static final int MOST = 500;
    private static final int IDLE_SECONDS = 5;

    private final KnownValues values;
    private final Runnable told;
    private final Executor background;
    private final Map<Question, Boolean> answers = new LinkedHashMap<>();
    private List<Question> open = new ArrayList<>();
    private boolean asking;

    private record Question(List<String> kinds, String word) {}

    /** @param told called on another thread when answers came */
    KnownWords(KnownValues values, Runnable told) {
        this(values, told, thread());
    }

    KnownWords(KnownValues values, Runnable told, Executor background) {
        this.values = values;
        this.told = told;
        this.background = background;
    }

    private static Executor thread() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                work -> {
                    Thread thread = new Thread(work, "dpsh-known-words");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** A line begins: what was not known may be known by now. */
    synchronized void begin() {
        answers.values().removeIf(seen -> !seen);
        open = new ArrayList<>();
    }

    @Override
    public synchronized @Nullable Boolean of(List<String> kinds, String word) {
        Question question = new Question(kinds, word);
        Boolean answer = answers.get(question);
        if (answer == null && !open.contains(question)) {
            open.add(question);
        }
        return answer;
    }

    /** Asks for what was not known while the line was looked through. */
    void ask() {
        synchronized (this) {
            if (asking || open.isEmpty()) {
                return;
            }
            asking = true;
        }
        background.execute(this::work);
    }

    private void work() {
        List<Question> asked = taken();
        boolean news = !asked.isEmpty();
        for (; !asked.isEmpty(); asked = taken()) {
            for (Question question : asked) {
                boolean seen = isSeen(question);
                synchronized (this) {
                    if (answers.size() >= MOST) {
                        answers.clear();
                    }
                    answers.put(question, seen);
                }
            }
        }
        if (news) {
            told.run();
        }
    }

    private synchronized List<Question> taken() {
        List<Question> asked = open;
        open = new ArrayList<>();
        asking = !asked.isEmpty();
        return asked;
    }

    private boolean isSeen(Question question) {
        return question.kinds().stream().anyMatch(kind -> values.candidates(kind, question.word()).stream()
                .anyMatch(one -> one.value().equalsIgnoreCase(question.word())));
    }
}
