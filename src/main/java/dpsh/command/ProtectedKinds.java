package dpsh.command;

import java.util.Map;

/** What can be protected, for completion. */
final class ProtectedKinds extends DescribedWords {
    @Override
    Map<String, String> words() {
        return pairs(
                "vault", "one vault", "subscription", "all in a subscription", "profile", "all that a profile reaches");
    }
}
