package org.tocsin.local;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.embedded.CapturedMail;
import org.tocsin.embedded.CapturedSms;
import org.tocsin.embedded.ChildProcess;
import org.tocsin.embedded.EmbeddedKafka;
import org.tocsin.embedded.EmbeddedPostgres;
import org.tocsin.embedded.EmbeddedRegistry;
import org.tocsin.embedded.LocalIssuer;

/** What the services need around them. Closing ends what was started so far, so a start may fail half-way. */
final class Peers implements AutoCloseable {
    private static final String REGISTRY_DATABASE = "registry";

    private final Places places;
    private final Ports ports;
    private final Progress progress;

    private volatile @Nullable EmbeddedPostgres postgres;
    private volatile @Nullable EmbeddedKafka kafka;
    private volatile @Nullable EmbeddedRegistry registry;
    private volatile @Nullable CapturedMail mail;
    private volatile @Nullable CapturedSms sms;
    private volatile @Nullable LocalIssuer issuer;

    Peers(Places places, Ports ports, Progress progress) {
        this.places = places;
        this.ports = ports;
        this.progress = progress;
    }

    void start() {
        Parallel.run(this::startPostgresAndRegistry, this::startKafka, this::startMailAndIssuer);
    }

    EmbeddedPostgres postgres() {
        return Objects.requireNonNull(postgres);
    }

    EmbeddedKafka kafka() {
        return Objects.requireNonNull(kafka);
    }

    EmbeddedRegistry registry() {
        return Objects.requireNonNull(registry);
    }

    CapturedMail mail() {
        return Objects.requireNonNull(mail);
    }

    CapturedSms sms() {
        return Objects.requireNonNull(sms);
    }

    LocalIssuer issuer() {
        return Objects.requireNonNull(issuer);
    }

    Stream<ChildProcess> processes() {
        return Stream.of(postgres().process(), kafka().process(), registry().process())
                .flatMap(Optional::stream);
    }

    @Override
    public void close() {
        close(issuer);
        close(sms);
        close(mail);
        close(registry);
        close(kafka);
        close(postgres);
    }

    private void startPostgresAndRegistry() {
        var database = EmbeddedPostgres.start(places.folder("postgres"), ports.postgres());
        postgres = database;
        for (var service : Service.values()) {
            database.createDatabase(service.database());
        }
        progress.step("PostgreSQL with a database for each service");
        var schemas = EmbeddedRegistry.start(database, REGISTRY_DATABASE, places.folder("registry"), ports.registry());
        registry = schemas;
        progress.step("schema registry with %d released contracts", Contracts.registerIn(schemas));
    }

    private void startKafka() {
        var broker = EmbeddedKafka.start(places.folder("kafka"), ports.kafka());
        kafka = broker;
        broker.createTopics(Contracts.topics());
        progress.step("Kafka with the declared topics");
    }

    private void startMailAndIssuer() {
        var mails = CapturedMail.start(ports.smtp(), ports.captured());
        mail = mails;
        var texts = CapturedSms.start(ports.smpp(), Settings.SMPP_ACCOUNT, Secrets.SMPP_PASSWORD);
        sms = texts;
        mails.showAlso(texts);
        var back = Stream.of(Service.values())
                .map(service -> "http://127.0.0.1:%d/login/oauth2/code/tocsin".formatted(service.port(ports)))
                .toList();
        issuer = LocalIssuer.start(places.folder("issuer"), ports.issuer(), List.copyOf(back));
        progress.step("mail server, SMS server and issuer");
    }

    private static void close(@Nullable AutoCloseable peer) {
        if (peer == null) {
            return;
        }
        try {
            peer.close();
        } catch (Exception e) {
            throw new IllegalStateException("a peer could not be stopped", e);
        }
    }
}
