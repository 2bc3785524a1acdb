package dpsh.command;

import java.util.Map;

/** The words that {@code use} takes, for completion. */
final class PlaceKinds extends DescribedWords {
    @Override
    Map<String, String> words() {
        return pairs(
                "subscription", "work in a subscription",
                "group", "work in a resource group",
                "vault", "work at a vault",
                "nowhere", "forget where you stand",
                "-", "go back to where you stood before");
    }
}
