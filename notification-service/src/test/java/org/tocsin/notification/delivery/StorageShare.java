package org.tocsin.notification.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.test.context.TestContextManager;
import org.tocsin.notification.AppealMessages;
import org.tocsin.notification.Callers;
import org.tocsin.notification.FakeChannel;
import org.tocsin.notification.ServiceTest;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.smtp.SmtpSink;

/**
 * Measures what one appeal's rows cost the database: commits, and the share of storage in a warm fan-out. The whole service
 * on a PostgreSQL with fsync, without the broker. {@code deploy/benchmark/run storage} calls it.
 *
 * <p>Storage is timed with a channel that answers at once, since only then everything happens on one thread; the whole, from
 * the event's arrival to the last row settled, with e-mail into {@code smtp-sink}.
 */
@ServiceTest
@Import(WatchedStorage.class)
final class StorageShare {

    private static final int WARM_UP = 20;
    private static final int REPEATS = 11;

    @Autowired
    Callers callers;

    @Autowired
    AppealMessages messages;

    @Autowired
    Consumer<Message<byte[]>> planDeliveries;

    @Autowired
    SendDueDeliveries sending;

    @Autowired
    SendLoop loop;

    @Autowired
    SendingProperties properties;

    @Autowired
    WatchedStorage storage;

    @Autowired
    JdbcClient jdbc;

    private record Cost(long nanos, long storageNanos, long commits) {}

    private record Pass(Cost plan, Cost send, long settled) {
        long nanos() {
            return plan.nanos + send.nanos;
        }

        long storageNanos() {
            return plan.storageNanos + send.storageNanos;
        }
    }

    /** As a test gets its service, but nothing is tested here. */
    public static void main(String[] args) throws Exception {
        var share = new StorageShare();
        new TestContextManager(StorageShare.class).prepareTestInstance(share);
        share.run();
        System.exit(0); // the broker that is not there would be looked for first
    }

    private void run() throws Exception {
        loop.stop();
        callers.importMembers(Callers.network());
        var atOnce = new FakeChannel(ChannelType.EMAIL);
        try (var sink = SmtpSink.start()) {
            IntStream.range(0, WARM_UP).forEach(i -> {
                pass(atOnce);
                pass(sink.channel());
            });
            var passes = IntStream.range(0, REPEATS)
                    .mapToObj(i -> List.of(pass(atOnce), pass(sink.channel())))
                    .toList();
            print(
                    passes.stream().map(List::getFirst).toList(),
                    passes.stream().map(List::getLast).toList());
        }
    }

    private void print(List<Pass> atOnce, List<Pass> whole) {
        var settled = median(whole, Pass::settled);
        var commits = median(whole, pass -> pass.send.commits);
        System.out.printf(
                Locale.ROOT,
                "P13  commits        %d to plan (goal <= 4); %d to claim and settle %d e-mails, %.1f per %d settled (goal <= 2)%n",
                median(whole, pass -> pass.plan.commits),
                commits,
                settled,
                (double) commits * properties.settle() / settled,
                properties.settle());
        var stored = median(atOnce, Pass::storageNanos);
        var all = median(whole, Pass::nanos);
        System.out.printf(
                Locale.ROOT,
                "P13  storage share  plan and send %d e-mails, warm: %.1f ms (plan %.1f), storage %.1f ms (plan %.1f), %.0f %%   (goal <= 15 %%)%n",
                settled,
                all / 1e6,
                median(whole, pass -> pass.plan.nanos) / 1e6,
                stored / 1e6,
                median(atOnce, pass -> pass.plan.storageNanos) / 1e6,
                100.0 * stored / all);
    }

    private Pass pass(Channel channel) {
        var appeal = UUID.randomUUID();
        var message = messages.issued(appeal);
        var plan = cost(() -> planDeliveries.accept(message));
        var send = cost(() -> sending.run(channel));
        return new Pass(plan, send, settled(appeal));
    }

    private Cost cost(Runnable step) {
        var commits = commits();
        var stored = storage.nanos();
        var start = System.nanoTime();
        step.run();
        return new Cost(System.nanoTime() - start, storage.nanos() - stored, commits() - commits);
    }

    /** Transactions that wrote something so far, which alone wait for the disk; nobody else uses this PostgreSQL. */
    private long commits() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    private long settled(UUID appeal) {
        return jdbc.sql("select count(*) from delivery where appeal_id = :appeal and status = 'ACCEPTED'")
                .param("appeal", appeal)
                .query(Long.class)
                .single();
    }

    private static long median(List<Pass> passes, ToLongFunction<Pass> of) {
        return passes.stream()
                .sorted(Comparator.comparingLong(of))
                .mapToLong(of)
                .skip(passes.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
