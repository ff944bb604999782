package org.tocsin.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.tocsin.local.DemoCase;
import org.tocsin.local.FrontDoors;
import org.tocsin.local.LocalStack;

/**
 * From the answer to "issue" until the mail server has accepted the last e-mail the plan names. Goal: under 5 s. The first
 * fan-out after a start is reported apart, since appeals are rare and find the system cold.
 */
final class FanOut {

    private static final int WARM = 7;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FrontDoors doors;

    FanOut(LocalStack stack) {
        this.doors = stack.doors();
    }

    /** @param messages e-mails the mail server accepted */
    record Figure(Duration first, Duration last, int messages) {}

    void run() {
        print("cold", once());
        var warm = new ArrayList<Figure>();
        for (var i = 0; i < WARM; i++) {
            warm.add(once());
        }
        warm.sort(Comparator.comparing(Figure::last));
        print("warm, fastest of " + WARM, warm.getFirst());
        print("warm, median of " + WARM, warm.get(WARM / 2));
        print("warm, slowest of " + WARM, warm.getLast());
    }

    private static void print(String what, Figure figure) {
        System.out.printf(
                "fan-out  %-22s first %5d ms, last of %d e-mails %5d ms   (goal: < 5000)%n",
                what,
                figure.first().toMillis(),
                figure.messages(),
                figure.last().toMillis());
    }

    Figure once() {
        var appealId = approved();
        doors.forgetCaptured();
        var start = Instant.now();
        doors.issue("approver-two", appealId).expect(200);
        awaitSettled(appealId);
        var arrivals = StreamSupport.stream(doors.captured("EMAIL").spliterator(), false)
                .map(mail -> Instant.parse(mail.path("at").asString()))
                .sorted()
                .toList();
        return new Figure(
                Duration.between(start, arrivals.getFirst()),
                Duration.between(start, arrivals.getLast()),
                arrivals.size());
    }

    private String approved() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var incidentId = doors.submit(
                        "partner-one", UUID.randomUUID().toString(), DemoCase.incident(today.minusDays(1)))
                .expect(202)
                .path("incidentId")
                .asString();
        doors.claim("verifier-one", incidentId).expect(200);
        doors.verify("verifier-one", incidentId, DemoCase.decision(today)).expect(200);
        var appealId = awaitDraft(incidentId);
        doors.approve("approver-one", appealId).expect(200);
        return appealId;
    }

    private String awaitDraft(String incidentId) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var items = doors.appealsOf("author-one", incidentId).expect(200).path("items");
            if (!items.isEmpty()) {
                return items.get(0).path("appealId").asString();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IllegalStateException("no draft within " + PATIENCE);
    }

    private void awaitSettled(String appealId) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var reach = doors.reach("operator-one", appealId);
            if (reach.status() == 200
                    && reach.body().path("classes").path("PENDING").asInt(-1) == 0) {
                return;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IllegalStateException("not settled within " + PATIENCE);
    }
}
