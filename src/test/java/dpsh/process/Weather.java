package dpsh.process;

import java.util.Random;

/**
 * A bad line, and a kill that a test may aim anew while the relay stands: connections break off before the service has the
 * request, or after it carried it out and before the answer comes.
 */
final class Weather implements Relay.Watcher {
    private final Random dice;
    private final double lost;
    private volatile Kill kill = Kill.never();

    /** @param lost the part of the requests whose connection breaks */
    Weather(Random dice, double lost) {
        this.dice = dice;
        this.lost = lost;
    }

    void aim(Kill next) {
        kill = next;
    }

    @Override
    public boolean at(Relay.Moment moment, String line) {
        if (!kill.at(moment, line)) {
            return false;
        }
        return moment == Relay.Moment.BEGUN || moment == Relay.Moment.ANSWERED || !breaks();
    }

    /** Half of them before, half of them after the service has it. */
    private boolean breaks() {
        synchronized (dice) {
            return dice.nextDouble() < lost / 2;
        }
    }
}
