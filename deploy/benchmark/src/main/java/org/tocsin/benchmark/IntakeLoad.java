package org.tocsin.benchmark;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.local.DemoCase;
import org.tocsin.local.FrontDoors;
import org.tocsin.local.LocalStack;

/**
 * Reports at a steady rate, all services up. A report's time counts from when it was due, not from when it was sent, so that a
 * stalled server is not flattered. Goal: 150 a second for 10 minutes, 202 with p99 below 300 ms.
 */
final class IntakeLoad {

    private static final int RATE = 150;
    /** Requests under way at most; one that has to wait for its turn is late by that time. */
    private static final int CONNECTIONS = 64;

    private static final int NO_ANSWER = 0;
    private static final int NOT_ACCEPTED = 0;
    private static final int GOAL_MILLIS = 300;
    /** Reports of five seconds. */
    private static final int SPELL = 5 * RATE;

    private static final long GAP_NANOS = Duration.ofSeconds(1).toNanos() / RATE;

    private final FrontDoors doors;
    private final Duration time;

    IntakeLoad(LocalStack stack, Duration time) {
        this.doors = stack.doors();
        this.time = time;
    }

    void run() {
        var total = Math.toIntExact(time.toSeconds() * RATE);
        var micros = new int[total];
        var connections = new Semaphore(CONNECTIONS);
        var others = new ConcurrentHashMap<Integer, LongAdder>();
        var incident = DemoCase.incident(LocalDate.now(ZoneOffset.UTC).minusDays(1));
        doors.token("partner-one");
        var start = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < total; i++) {
                var report = i;
                var due = start + i * GAP_NANOS;
                LockSupport.parkNanos(due - System.nanoTime());
                connections.acquireUninterruptibly();
                callers.execute(() -> {
                    var status = answer(incident);
                    connections.release();
                    if (status == 202) {
                        micros[report] = Math.toIntExact((System.nanoTime() - due) / 1_000);
                    } else {
                        others.computeIfAbsent(status, _ -> new LongAdder()).increment();
                    }
                });
            }
        }
        printSlowSpells(micros);
        print(accepted(micros), total, others.toString());
    }

    private int answer(Object incident) {
        try {
            return doors.submit("partner-one", UUID.randomUUID().toString(), incident)
                    .status();
        } catch (UncheckedIOException e) {
            return NO_ANSWER;
        }
    }

    private static int[] accepted(int[] micros) {
        return Arrays.stream(micros).filter(taken -> taken != NOT_ACCEPTED).toArray();
    }

    /** When it was slow, so that the cause can be looked for: a start, a checkpoint, a collection. */
    private static void printSlowSpells(int[] micros) {
        for (var from = 0; from < micros.length; from += SPELL) {
            var spell = accepted(Arrays.copyOfRange(micros, from, Math.min(from + SPELL, micros.length)));
            Arrays.sort(spell);
            if (at(spell, 1) > GOAL_MILLIS) {
                System.out.printf(
                        Locale.ROOT,
                        "intake   slow at %3d s: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                        from / RATE,
                        at(spell, 0.50),
                        at(spell, 0.99),
                        at(spell, 1));
            }
        }
    }

    private static void print(int[] micros, int total, String others) {
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "intake   %d of %d accepted at %d/s, other answers %s: p50 %.1f ms, p99 %.1f ms, max %.1f ms   (goal: p99 < 300)%n",
                micros.length,
                total,
                RATE,
                others,
                at(micros, 0.50),
                at(micros, 0.99),
                at(micros, 1));
    }

    private static double at(int[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1_000.0;
    }
}
