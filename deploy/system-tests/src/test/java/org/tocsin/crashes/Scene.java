package org.tocsin.crashes;

import static org.tocsin.stories.Stage.eventually;

import java.util.Arrays;
import java.util.List;
import org.tocsin.faults.Fault;
import org.tocsin.faults.Point.AfterData;
import org.tocsin.faults.Proxies;
import org.tocsin.faults.Proxy;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;
import org.tocsin.stories.Stage;
import org.tocsin.stories.Story;

/** Where something dies: the stack, with nothing on its way, and what must be true of it afterwards. */
final class Scene {

    /** At least so many mails are in every fan-out. */
    static final int MAILS = 250;

    final LocalStack stack = Stage.stack();
    final Proxies proxies = Stage.proxies();
    final Books books = new Books(stack);
    final Oracle oracle = Oracle.of(stack, books);
    final Story story = Story.of(stack.doors());
    final Seed seed;

    Scene(Seed seed) {
        this.seed = seed;
        settle();
    }

    /** Some incidents, from report to issue. */
    List<Story.Issued> issue() {
        return seed.each(story::toIssue);
    }

    Proxy database(Service service) {
        return proxies.database(service);
    }

    /** At the mail of some incident and some row of it. */
    Fault afterSomeMail() {
        return Fault.after(seed.below("mail", seed.incidents() * MAILS), new AfterData());
    }

    /** Killed where it stands, and started again. */
    void dies(Service service, Fault fault) {
        fault.awaitReached();
        stack.kill(service);
        fault.cut();
        stack.start(service);
    }

    /** Returns once every event there is has left. */
    void settle() {
        eventually(
                "every event has left",
                () -> Arrays.stream(Service.values()).allMatch(service -> books.pending(service) == 0));
    }
}
