package dpsh.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One result of a line that is carried out again and again.
 *
 * @param number which it is, from 1
 * @param at by the wall clock
 * @param data what was written as data, or all of it where both go to one terminal, painted
 * @param words what was said besides, painted
 * @param json as {@code -o json} has it, or null
 */
record WatchLook(
        int number,
        Instant at,
        int code,
        String data,
        String words,
        @Nullable String json) {}
