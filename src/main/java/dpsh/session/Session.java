package dpsh.session;

import dpsh.arm.SubscriptionId;
import dpsh.backup.InstanceDraft;
import dpsh.client.Service;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One operator's session: which service, where they stand, what they drafted, how the last command ended. */
public final class Session {
    private final Profile profile;
    private final Supplier<Service> connect;
    private final KnownIndex known;
    private Settings defaults;
    private final Saved saved;
    private volatile @Nullable Service service;
    private final Map<SubscriptionId, String> names = new ConcurrentHashMap<>();
    private @Nullable PlaceNames start;
    private Place place = Place.NOWHERE;
    private @Nullable Place before;
    private @Nullable InstanceDraft draft;
    private @Nullable String draftName;
    private Settings current;
    private @Nullable Integer leaving;
    private @Nullable Failure failure;
    private @Nullable String line;
    private Supplier<? extends @Nullable Object> result = () -> null;

    /**
     * @param connect makes the service on first use: nothing is opened or sent before
     * @param known what was listed or seen, for Tab
     * @param defaults how lines are carried out unless they say otherwise
     * @param saved what outlives the session
     */
    public Session(Profile profile, Supplier<Service> connect, KnownIndex known, Settings defaults, Saved saved) {
        this.profile = profile;
        this.known = known;
        this.connect = connect;
        this.defaults = defaults;
        this.saved = saved;
        this.current = defaults;
    }

    public Profile profile() {
        return profile;
    }

    /** What was listed or seen. */
    public KnownIndex known() {
        return known;
    }

    public Preferences preferences() {
        return saved.preferences();
    }

    /** What outlives the session. */
    public Saved saved() {
        return saved;
    }

    /** What holds for changes where the session stands. */
    public ProtectionRules.Ruling ruling() {
        return saved.protection().of(place);
    }

    /** How lines are carried out unless they say otherwise. */
    public Settings defaults() {
        return defaults.in(preferences().get(Preference.OUTPUT));
    }

    /** Does something whose lines are carried out like this unless they say otherwise. */
    public int under(Settings settings, IntSupplier work) {
        Settings before = defaults;
        defaults = settings;
        try {
            return work.getAsInt();
        } finally {
            defaults = before;
        }
    }

    /** How the line that runs now is carried out; the transport asks it. */
    public Settings current() {
        return current;
    }

    /** A line begins that is carried out like this. */
    public void begin(Settings settings) {
        current = settings;
    }

    /** What went wrong, when by the wall clock, and in which line if it was one. */
    public record Failure(
            Throwable error, Instant when, @Nullable String line) {}

    /** From now on this line is carried out. */
    public void carriesOut(@Nullable String typed) {
        line = typed;
    }

    /** The exit code that the operator asked to leave with; null as long as they did not. */
    public @Nullable Integer leaving() {
        return leaving;
    }

    /** @param code the process's exit code */
    public void leave(int code) {
        leaving = code;
    }

    /** The service, connected on first use. */
    public synchronized Service service() {
        Service made = service;
        if (made == null) {
            made = connect.get();
            service = made;
        }
        return made;
    }

    /** The service when a line has used it already, otherwise null. Never waits and never connects. */
    public @Nullable Service connected() {
        return service;
    }

    public Place place() {
        return place;
    }

    /** What people call a subscription, learned from a list. */
    public void name(SubscriptionId subscription, String displayName) {
        names.put(subscription, displayName);
    }

    /** What people call a subscription, if it was learned; else null. */
    public @Nullable String nameOf(@Nullable SubscriptionId subscription) {
        return subscription == null ? null : names.get(subscription);
    }

    /** The name of the subscription where the operator stands, or its ID when no name was learned; null outside of any. */
    public @Nullable String subscriptionName() {
        SubscriptionId here = place.subscription();
        return here == null ? null : names.getOrDefault(here, here.value());
    }

    /** Where the session shall stand from its first line that asks: looked up then, because nothing is sent before. */
    public void startAt(PlaceNames names) {
        start = names.isEmpty() ? null : names;
    }

    /** Where the session shall stand and does not yet; null once {@link #stand} was called. */
    public @Nullable PlaceNames start() {
        return start;
    }

    /** Moves; the next line stands there. */
    public void stand(Place where) {
        start = null;
        before = place;
        place = where;
    }

    /** Where the session begins, before anybody moves it. */
    public void beginAt(Place home) {
        place = home;
    }

    /** Where the session stood before it moved last; null when it never did. */
    public @Nullable Place before() {
        return before;
    }

    /** The draft that {@code instance build} left, or null. */
    public @Nullable InstanceDraft draft() {
        return draft;
    }

    public void keep(InstanceDraft built) {
        draft = built;
        draftName = null;
    }

    /** Keeps a draft that is saved under a name. */
    public void keep(InstanceDraft kept, String name) {
        draft = kept;
        draftName = name;
    }

    /** The name that the draft is saved under; null when it is under none. */
    public @Nullable String draftName() {
        return draftName;
    }

    /**
     * What the last command that showed something showed: a list of records, a record, or the JSON of what is dpsh's own as
     * maps and lists; behind an expression its value. Null when nothing was shown yet.
     *
     * @throws DpshException.Usage when it was too long to be kept
     */
    public @Nullable Object result() {
        Object value = result.get();
        result = () -> value;
        return value;
    }

    /** Keeps what is shown now. @param shown asked when the result is first wanted */
    public void showed(Supplier<? extends @Nullable Object> shown) {
        result = shown;
    }

    /** The last error, for {@code last}; null when there was none. */
    public @Nullable Failure lastFailure() {
        return failure;
    }

    /** Keeps what went wrong, whether it ended its line or only one of its items. */
    public void failed(Throwable error) {
        failure = new Failure(error, Instant.now(), line);
    }
}
