package org.tocsin.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What stack to start.
 *
 * @param data where everything that stays between runs is kept
 * @param settings per service, on top of what this stack needs anyway
 */
public record Plan(Path data, Ports ports, Map<Service, Map<String, String>> settings, Progress progress) {

    /** A stack on free ports, so that it runs beside any other. */
    public static Plan beside(Path data) {
        return new Plan(data, Ports.free(), Map.of(), Progress.silent());
    }

    public Plan with(Service service, Map<String, String> more) {
        var all = new EnumMap<Service, Map<String, String>>(Service.class);
        all.putAll(settings);
        all.put(service, more);
        return new Plan(data, ports, all, progress);
    }
}
