package org.tocsin.notification.member;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The directory's door, as an administrator knocks at it. */
final class Desk {

    static final String ADMIN = "member-admin-one";

    private final MockMvcTester mvc;

    Desk(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** A member of one contact, joined in 2019; to change one, the id is left out. */
    static String form(@Nullable String memberId) {
        return """
                {%s"organisation": "Ligue Exemple", "country": "COD", "languages": ["fr"], "contentPolicy": "FULL",
                 "inCountryPolicy": "BLIND", "validFrom": "2019-03-01",
                 "contacts": [{"channel": "EMAIL", "address": "desk@one.example", "atNight": false}]}""".formatted(memberId == null ? "" : "\"memberId\": \"%s\", ".formatted(memberId));
    }

    void add(String memberId) {
        post("", null, form(memberId));
    }

    MvcTestResult read(String path) {
        return readAs(ADMIN, path);
    }

    MvcTestResult readAs(String account, String path) {
        return send(account, null, MockMvcRequestBuilders.get("/api/v1/members" + path));
    }

    MvcTestResult post(String path, @Nullable String ifMatch, String json) {
        return postAs(ADMIN, path, ifMatch, json);
    }

    MvcTestResult postAs(String account, String path, @Nullable String ifMatch, String json) {
        return send(account, ifMatch, json(MockMvcRequestBuilders.post("/api/v1/members" + path), json));
    }

    MvcTestResult put(String path, @Nullable String ifMatch, String json) {
        return putAs(ADMIN, path, ifMatch, json);
    }

    MvcTestResult putAs(String account, String path, @Nullable String ifMatch, String json) {
        return send(account, ifMatch, json(MockMvcRequestBuilders.put("/api/v1/members" + path), json));
    }

    MvcTestResult deleteAs(String account, String path, @Nullable String ifMatch) {
        return send(account, ifMatch, MockMvcRequestBuilders.delete("/api/v1/members" + path));
    }

    private MvcTestResult send(String account, @Nullable String ifMatch, MockHttpServletRequestBuilder request) {
        var signed = request.header("Authorization", "Bearer " + account);
        return mvc.perform(ifMatch == null ? signed : signed.header("If-Match", ifMatch));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json);
    }
}
