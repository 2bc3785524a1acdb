package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.Mode;
import org.junit.jupiter.api.Test;

class PromptTest {
    private static final Standing VAULT =
            new Standing("sandbox", "Backup Operations", "TestBkpVaultRG", "testBkpVault");
    private final Prompt plain = new Prompt(new PlainInk());

    @Test
    void showsSubscriptionAndVault() {
        assertThat(plain.text(VAULT, 0)).isEqualTo("dpsh sandbox Backup Operations/testBkpVault> ");
    }

    @Test
    void showsTheVaultInBold() {
        assertThat(new Prompt(new AnsiInk(() -> Theme.BASIC)).text(VAULT, 0))
                .isEqualTo("dpsh sandbox Backup Operations/\u001b[1mtestBkpVault\u001b[0m> ");
    }

    @Test
    void aProtectedVaultIsRedAndMarkedAndAReadOnlyOneIsDim() {
        Standing guarded = new Standing("Azure", "Prod", "g", "v", Mode.PROTECTED, 0);
        assertThat(new Prompt(new AnsiInk(() -> Theme.BASIC)).text(guarded, 0))
                .isEqualTo("dpsh Azure Prod/\u001b[31mv!\u001b[0m> ");
        assertThat(plain.text(guarded, 0)).isEqualTo("dpsh Azure Prod/v!> ");
        assertThat(plain.text(guarded, 12)).isEqualTo("dpsh!> ");
        Standing reading = new Standing("Azure", "Prod", "g", "v", Mode.READ_ONLY, 0);
        assertThat(new Prompt(new AnsiInk(() -> Theme.BASIC)).text(reading, 0))
                .isEqualTo("dpsh Azure Prod/\u001b[2mv (ro)\u001b[0m> ");
        assertThat(plain.text(new Standing("Azure", "Prod", null, null, Mode.PROTECTED, 0), 0))
                .isEqualTo("dpsh Azure Prod!> ");
    }

    @Test
    void showsTheGroupWhileThereIsNoVault() {
        assertThat(plain.text(new Standing("Azure", "Prod", "RG-DiskBackup", null), 0))
                .isEqualTo("dpsh Azure Prod/RG-DiskBackup> ");
    }

    @Test
    void showsWhatThereIs() {
        assertThat(plain.text(new Standing("Azure", null, null, null), 0)).isEqualTo("dpsh Azure> ");
        assertThat(plain.text(new Standing("Azure", "Prod", null, null), 0)).isEqualTo("dpsh Azure Prod> ");
    }

    @Test
    void leavesHalfOfANarrowTerminalToTheLine() {
        assertThat(plain.text(VAULT, 80)).isEqualTo("dpsh sandbox testBkpVault> ");
        assertThat(plain.text(VAULT, 42)).isEqualTo("dpsh testBkpVault> ");
        assertThat(plain.text(VAULT, 20)).isEqualTo("dpsh> ");
    }

    @Test
    void namesCannotSmuggleSequencesIn() {
        assertThat(plain.text(new Standing("Azure", "a\u001b]0;x\u0007b", null, "v\u202e"), 0))
                .isEqualTo("dpsh Azure ab/v> ");
    }

    @Test
    void theNumberOfWhatGoesOnStaysWhenAllElseGivesWay() {
        Standing two = new Standing("sandbox", "Backup Operations", "TestBkpVaultRG", "testBkpVault", Mode.OPEN, 2);
        assertThat(plain.text(two, 0)).isEqualTo("dpsh sandbox Backup Operations/testBkpVault [2]> ");
        assertThat(plain.text(two, 20)).isEqualTo("dpsh [2]> ");
    }
}
