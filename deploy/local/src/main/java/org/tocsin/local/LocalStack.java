package org.tocsin.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.embedded.CapturedMail;
import org.tocsin.embedded.ChildProcess;
import org.tocsin.embedded.EmbeddedKafka;
import org.tocsin.embedded.EmbeddedPostgres;
import org.tocsin.embedded.EmbeddedRegistry;
import org.tocsin.embedded.LocalIssuer;
import org.tocsin.embedded.PeerFailed;

/**
 * The whole system on this machine: broker, database, registry, mail server and issuer, and the four services as
 * processes from the jars that ship. Its parts can be stopped, killed and started again.
 */
public final class LocalStack implements AutoCloseable {
    private final Plan plan;
    private final Places places;
    private final Peers peers;
    private final FrontDoors doors;
    private @Nullable ServiceProcesses services;

    private LocalStack(Plan plan) {
        this.plan = plan;
        this.places = Places.at(Places.findCheckout(), plan.data());
        this.peers = new Peers(places, plan.ports(), plan.progress());
        this.doors = new FrontDoors(plan.ports());
    }

    /** A stack that is not started yet. Closing it ends whatever was started. */
    static LocalStack of(Plan plan) {
        return new LocalStack(plan);
    }

    /** Returns when everything is ready and the members are there; otherwise nothing is left running. */
    public static LocalStack start(Plan plan) {
        var stack = of(plan);
        try {
            stack.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    void start() {
        plan.ports().taken().ifPresent(sentence -> {
            throw new PeerFailed(sentence);
        });
        places.forgetLogs();
        peers.start();
        var settings = new Settings(plan.ports(), peers.postgres(), Secrets.in(places.folder("secrets")));
        services = new ServiceProcesses(places, plan.ports(), settings, plan.settings());
        Parallel.run(each(service -> {
            services().start(service);
            plan.progress().step("%s", service.fullName());
        }));
        plan.progress().step("%d member organisations", Directory.loadInto(doors));
    }

    public Ports ports() {
        return plan.ports();
    }

    /** The public interface, as the people outside use it. */
    public FrontDoors doors() {
        return doors;
    }

    /** Starts a stopped or killed service again and returns when it is ready. */
    public void start(Service service) {
        services().start(service);
    }

    public void stop(Service service) {
        services().stop(service);
    }

    /** As a crash does it. */
    public void kill(Service service) {
        services().kill(service);
    }

    /** A running service's process id, for whoever measures it. */
    public long pid(Service service) {
        return services().find(service).orElseThrow().pid();
    }

    public EmbeddedKafka kafka() {
        return peers.kafka();
    }

    public EmbeddedPostgres postgres() {
        return peers.postgres();
    }

    public EmbeddedRegistry registry() {
        return peers.registry();
    }

    public CapturedMail mail() {
        return peers.mail();
    }

    public LocalIssuer issuer() {
        return peers.issuer();
    }

    /** A connection to a service's own database. */
    public Connection database(Service service) throws SQLException {
        return peers.postgres().connect(service.database());
    }

    public Path data() {
        return places.data();
    }

    /** Every log there is, those of broker, database and registry included. */
    public List<Path> logs() {
        return places.logs();
    }

    /** A process that ended without being asked to. */
    public Optional<ChildProcess> fallen() {
        return Stream.concat(services().all().stream(), peers.processes())
                .filter(process -> !process.isAlive())
                .findFirst();
    }

    /** The services first, so that each ends what it has begun. Whoever closes second waits until it is done. */
    @Override
    public synchronized void close() {
        if (services != null) {
            Parallel.run(each(services()::stop));
        }
        peers.close();
    }

    private ServiceProcesses services() {
        if (services == null) {
            throw new IllegalStateException("the services are not started yet");
        }
        return services;
    }

    private static Runnable[] each(Consumer<Service> step) {
        return Arrays.stream(Service.values())
                .map(service -> (Runnable) () -> step.accept(service))
                .toArray(Runnable[]::new);
    }
}
