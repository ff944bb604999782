package org.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @Test
    void makesCommitsDurableAndKeepsValuesOutOfItsLog() throws SQLException {
        var postgres = EmbeddedPostgres.shared();
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(answer(postgres, "postgres", "show " + setting))
                    .as(setting)
                    .isEqualTo("on");
        }
        assertThat(answer(postgres, "postgres", "show log_min_error_statement")).isEqualTo("panic");
        assertThat(answer(postgres, "postgres", "show log_parameter_max_length_on_error"))
                .isEqualTo("0");
        assertThat(answer(postgres, "postgres", "show server_version")).startsWith("18.");
    }

    @Test
    void logsNothingOfAFailedStatement() throws Exception {
        var postgres = EmbeddedPostgres.shared();
        Assertions.assertThatThrownBy(() -> answer(postgres, "postgres", "select 'Espoir K.'::uuid"))
                .isInstanceOf(SQLException.class);
        assertThat(Files.readString(postgres.log())).contains("ready to accept").doesNotContain("Espoir");
    }

    @Test
    void keepsCommittedRowsThroughAPowerCutAndANewStart(@TempDir Path data) throws SQLException {
        int port;
        try (var postgres = EmbeddedPostgres.start(data, 0)) {
            port = postgres.port();
            postgres.createDatabase("kept");
            postgres.createDatabase("kept");
            change(postgres, "create table bell (tone text)");
            change(postgres, "insert into bell values ('low')");
            postgres.kill();
            postgres.restart();
            assertThat(answer(postgres, "kept", "select tone from bell")).isEqualTo("low");
        }
        try (var postgres = EmbeddedPostgres.start(data, port)) {
            assertThat(answer(postgres, "kept", "select tone from bell")).isEqualTo("low");
        }
    }

    @Test
    void givesEachTestADatabaseOfItsOwn() {
        var postgres = EmbeddedPostgres.shared();
        assertThat(postgres.newDatabase()).isNotEqualTo(postgres.newDatabase());
    }

    private static void change(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect("kept");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(EmbeddedPostgres postgres, String database, String sql) throws SQLException {
        try (var connection = postgres.connect(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
