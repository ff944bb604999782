package org.tocsin.crashes;

import static org.tocsin.stories.Stage.eventually;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.embedded.ChildProcess;
import org.tocsin.faults.Point.BeforeStatement;
import org.tocsin.faults.Proxies;
import org.tocsin.faults.Proxy;
import org.tocsin.local.Service;

/** A service a second time, beside the one of the stack: the same command, with ports and proxies of its own. */
record AnotherInstance(ChildProcess process, Proxy database, Proxy mail) implements AutoCloseable {

    /** Returns once it does what it does by the clock. */
    static AnotherInstance of(Scene scene, Service service) {
        var database = scene.proxies.anotherDatabase();
        var mail = scene.proxies.anotherMail();
        var up = database.count(new BeforeStatement("from outbox where published_at is null"));
        var info = ProcessHandle.of(scene.stack.pid(service)).orElseThrow().info();
        var command = new ArrayList<String>();
        command.add(info.command().orElseThrow());
        command.addAll(List.of(info.arguments().orElseThrow()));
        command.addAll(List.of("--server.port=0", "--management.server.port=0"));
        Proxies.settings(service, database, mail).forEach((name, value) -> command.add("--" + name + "=" + value));
        var log = scene.stack.data().resolve("logs").resolve("another-" + service.fullName() + ".log");
        var process = ChildProcess.start("another " + service.fullName(), command, Map.of(), log);
        var instance = new AnotherInstance(process, database, mail);
        eventually(process.name() + " runs", () -> up.times() > 0);
        return instance;
    }

    @Override
    public void close() {
        process.kill();
        database.close();
        mail.close();
    }
}
