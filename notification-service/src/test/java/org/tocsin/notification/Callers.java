package org.tocsin.notification;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The service as its callers meet it. */
public class Callers {

    private final MockMvcTester mvc;

    Callers(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** The network of the demo, as it is delivered: 311 members with 541 contacts. */
    public static String network() {
        try (var file = Callers.class.getResourceAsStream("/members.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MvcTestResult importMembers(String csv) {
        return importMembers(csv, false);
    }

    public MvcTestResult tryImport(String csv) {
        return importMembers(csv, true);
    }

    private MvcTestResult importMembers(String csv, boolean dryRun) {
        return mvc.perform(post("/api/v1/members/import?dryRun=" + dryRun)
                .header("Authorization", "Bearer member-admin-one")
                .contentType("text/csv")
                .content(csv.getBytes(StandardCharsets.UTF_8)));
    }

    public MvcTestResult look(String path, String account) {
        return mvc.perform(get(path).header("Authorization", "Bearer " + account));
    }

    public MvcTestResult submit(String path, String account, String json) {
        return mvc.perform(post(path)
                .header("Authorization", "Bearer " + account)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    public MvcTestResult replace(String path, String account, @Nullable String ifMatch, String json) {
        var request = put(path)
                .header("Authorization", "Bearer " + account)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
        return mvc.perform(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    /** As a browser, without an account. */
    public MvcTestResult open(String path) {
        return mvc.perform(get(path).accept(MediaType.TEXT_HTML));
    }

    /** As a mail program or a form, without an account. */
    public MvcTestResult say(String path) {
        return mvc.perform(post(path)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("List-Unsubscribe=One-Click"));
    }
}
