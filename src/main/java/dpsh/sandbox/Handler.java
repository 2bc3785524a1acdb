package dpsh.sandbox;

/** Answers the calls of one route. Runs while the world is held and settled. */
@FunctionalInterface
interface Handler {
    Answer answer(Call call);
}
