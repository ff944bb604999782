package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Says who runs the stack of a data folder, and where it listens. The lock goes with its holder, however it ends. */
final class RunningStack implements AutoCloseable {
    static final String LOCK = "lock";
    private static final String PORTS = "ports.properties";

    private final Places places;
    private final FileLock lock;

    private RunningStack(Places places, FileLock lock) {
        this.places = places;
        this.lock = lock;
    }

    /** Empty: somebody else runs it. */
    static Optional<RunningStack> claim(Places places) {
        try {
            var channel = FileChannel.open(
                    places.folder(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new RunningStack(places, lock));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder could not be locked", e);
        }
    }

    /** The ports of the stack that is up; empty while it still starts. */
    static Optional<Ports> ports(Places places) {
        var file = places.folder(PORTS);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var ports = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            ports.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the ports of the running stack are not readable", e);
        }
        var byName = new HashMap<String, Integer>();
        ports.stringPropertyNames().forEach(name -> byName.put(name, Integer.valueOf(ports.getProperty(name))));
        return Optional.of(Ports.of(byName));
    }

    void isUpOn(Ports ports) {
        var properties = new Properties();
        ports.byName().forEach((name, port) -> properties.setProperty(name, port.toString()));
        try (var writer = Files.newBufferedWriter(places.folder(PORTS))) {
            properties.store(writer, "Where the running stack listens");
        } catch (IOException e) {
            throw new UncheckedIOException("the ports of the stack could not be written", e);
        }
    }

    void isDown() {
        try {
            Files.deleteIfExists(places.folder(PORTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        isDown();
        lock.channel().close();
    }
}
