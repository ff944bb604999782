package org.tocsin.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.embedded.EmbeddedPostgres;

/** Databases of their own for tests of the platform. */
public final class Databases {

    private Databases() {}

    /** An empty database with the platform's tables. */
    public static Database migrated() {
        var postgres = EmbeddedPostgres.shared();
        var url = postgres.url(postgres.newDatabase());
        var source = new DriverManagerDataSource(url, postgres.user(), postgres.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/platform")
                .load()
                .migrate();
        return new Database(source, JdbcClient.create(source));
    }

    /** A database and the way in. */
    public record Database(DataSource source, JdbcClient jdbc) {

        public TransactionTemplate transaction() {
            return new TransactionTemplate(new DataSourceTransactionManager(source));
        }
    }
}
