package dpsh.command;

import picocli.CommandLine.Command;

/** Requests that were built, under names. */
@Command(
        name = "draft",
        description = "Requests that `instance build` made, kept under names.",
        subcommands = {
            ListDraftsCommand.class,
            ShowDraftCommand.class,
            SaveDraftCommand.class,
            UseDraftCommand.class,
            DeleteDraftCommand.class
        })
final class DraftCommand {}
