package org.tocsin.notification.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Adds up the time that the thread which made it spends in the database: waiting for connections, statements, commits. */
final class WatchedStorage implements BeanPostProcessor {

    private final Thread watched = Thread.currentThread();
    private final LongAdder nanos = new LongAdder();

    long nanos() {
        return nanos.sum();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource storage ? new Watched(storage) : bean;
    }

    private void count(long start) {
        if (Thread.currentThread() == watched) {
            nanos.add(System.nanoTime() - start);
        }
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource storage) {
            super(storage);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var start = System.nanoTime();
            try {
                return watching(Connection.class, super.getConnection());
            } finally {
                count(start);
            }
        }
    }

    private <T> T watching(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var start = System.nanoTime();
                    try {
                        var result = method.invoke(target, arguments);
                        return result instanceof PreparedStatement statement
                                ? watching(PreparedStatement.class, statement)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    } finally {
                        count(start);
                    }
                }));
    }
}
