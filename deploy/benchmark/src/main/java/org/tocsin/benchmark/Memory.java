package org.tocsin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Service;

/** Resident memory of each service, as the kernel counts it. Goal: under 400 MiB. */
final class Memory {

    private static final int KIB_PER_MIB = 1024;

    private Memory() {}

    static void print(LocalStack stack) throws IOException {
        for (var service : Service.values()) {
            System.out.printf(
                    "memory   %-22s %4d MiB   (goal: < 400)%n", service.fullName(), residentMib(stack.pid(service)));
        }
    }

    private static long residentMib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .findFirst()
                .orElse(-1);
    }
}
