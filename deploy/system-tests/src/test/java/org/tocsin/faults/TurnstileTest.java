package org.tocsin.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.embedded.EmbeddedPostgres;
import org.tocsin.faults.Point.BeforeStatement;

class TurnstileTest {

    private final EmbeddedPostgres postgres = EmbeddedPostgres.shared();
    private final String url = postgres.url(postgres.newDatabase());
    private final URI address = URI.create(url.substring("jdbc:".length()));
    private final Proxy proxy = Proxy.start(address.getPort(), (watch, port) -> new PostgresConversation(watch));
    private final Turnstile turnstile = proxy.slowDown(Turnstile.at(new BeforeStatement("select 7"), 1));

    @AfterEach
    void close() {
        turnstile.open();
        proxy.close();
    }

    @Test
    void letsThroughAsManyAsItMayAndTheOthersOneByOne() {
        assertThat(seven()).isEqualTo(7);
        var second = CompletableFuture.supplyAsync(this::seven);
        var third = CompletableFuture.supplyAsync(this::seven);
        await().until(() -> turnstile.isSomebodyStanding());
        assertThat(second).isNotDone();
        assertThat(third).isNotDone();

        turnstile.letOneMorePass();
        await().until(() -> second.isDone() || third.isDone());
        assertThat(second.isDone() && third.isDone()).isFalse();

        turnstile.open();
        assertThat(second.join() + third.join()).isEqualTo(14);
        assertThat(seven()).isEqualTo(7);
    }

    private int seven() {
        var through = "jdbc:postgresql://127.0.0.1:%d%s?sslmode=disable&prepareThreshold=0"
                .formatted(proxy.port(), address.getPath());
        try (var connection = DriverManager.getConnection(through, postgres.user(), postgres.password());
                var statement = connection.prepareStatement("select 7");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
