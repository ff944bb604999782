package org.tocsin.alert.appeal;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tocsin.schemas.incident.IncidentVerified;

/** The secretariat's people at work through the front door. */
@Component
class Desk {

    private final MockMvcTester mvc;
    private final Consumer<Message<byte[]>> openAppeal;
    private final VerifiedMessages messages;

    Desk(MockMvcTester mvc, Consumer<Message<byte[]>> openAppeal, VerifiedMessages messages) {
        this.mvc = mvc;
        this.openAppeal = openAppeal;
        this.messages = messages;
    }

    /** An incident is verified; its appeal. */
    UUID appeal() {
        return appeal(UUID.randomUUID(), changes -> {});
    }

    UUID appeal(UUID incidentId, Consumer<IncidentVerified.Builder> changes) {
        openAppeal.accept(messages.of(incidentId, changes));
        var list = get("/api/v1/appeals?incidentId=" + incidentId, "author-one");
        return UUID.fromString(Objects.requireNonNull(read(list, "$.items[0].appealId")));
    }

    MvcTestResult get(String path, @Nullable String account) {
        return call(HttpMethod.GET, path, account, null, null);
    }

    MvcTestResult show(UUID appeal) {
        return get("/api/v1/appeals/" + appeal, "author-one");
    }

    /** Writes on top of the newest version. */
    MvcTestResult write(UUID appeal, String language, String account, String body) {
        var etag = show(appeal).getResponse().getHeader("ETag");
        return write(appeal, language, account, body, etag);
    }

    MvcTestResult write(UUID appeal, String language, String account, String body, @Nullable String ifMatch) {
        return call(
                HttpMethod.PUT, "/api/v1/appeals/%s/languages/%s".formatted(appeal, language), account, body, ifMatch);
    }

    MvcTestResult post(UUID appeal, String step, @Nullable String account) {
        return call(HttpMethod.POST, "/api/v1/appeals/%s/%s".formatted(appeal, step), account, null, null);
    }

    MvcTestResult delete(UUID appeal, String step, String account) {
        return call(HttpMethod.DELETE, "/api/v1/appeals/%s/%s".formatted(appeal, step), account, null, null);
    }

    MvcTestResult call(
            HttpMethod method, String path, @Nullable String account, @Nullable String body, @Nullable String ifMatch) {
        var request = mvc.method(method).uri(path);
        if (account != null) {
            request.header("Authorization", "Bearer " + account);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.exchange();
    }

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> @Nullable T read(MvcTestResult result, String path) {
        return JsonPath.read(body(result), path);
    }
}
