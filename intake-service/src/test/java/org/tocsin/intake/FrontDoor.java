package org.tocsin.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UnsupportedEncodingException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the service as outsiders do. */
public class FrontDoor {

    public static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvcTester mvc;

    FrontDoor(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(@Nullable String account, String path, Object... variables) {
        return call(HttpMethod.GET, account, path, null, null, variables);
    }

    public MvcTestResult delete(String account, String path, Object... variables) {
        return call(HttpMethod.DELETE, account, path, null, null, variables);
    }

    public MvcTestResult post(String account, String path, @Nullable String body, Object... variables) {
        return call(HttpMethod.POST, account, path, null, body, variables);
    }

    public MvcTestResult submit(@Nullable String account, @Nullable String key, String body) {
        return call(HttpMethod.POST, account, "/api/v1/incidents", key, body);
    }

    /** Submits a report under a fresh key and answers its id. */
    public UUID submitted(String account, String body) {
        return UUID.fromString(json(submit(account, UUID.randomUUID().toString(), body))
                .get("incidentId")
                .asString());
    }

    /** A report, taken on by a verifier. */
    public UUID claimed(String verifier) {
        var id = submitted("partner-one", report(it -> it));
        post(verifier, "/api/v1/incidents/{id}/claim", null, id);
        return id;
    }

    private MvcTestResult call(
            HttpMethod method,
            @Nullable String account,
            String path,
            @Nullable String key,
            @Nullable String body,
            Object... variables) {
        var request = mvc.method(method).uri(path, variables);
        if (account != null) {
            request = request.header(HttpHeaders.AUTHORIZATION, "Bearer " + account);
        }
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    public static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(MvcTestResult result) {
        return JSON.readTree(text(result));
    }

    /** The report of the contract's example, about an invented person. */
    public static String report(UnaryOperator<ObjectNode> change) {
        return change.apply((ObjectNode) JSON.readTree("""
                        { "country": "COD", "place": "Goma, near the house of Espoir Kambale",
                          "occurred": {"from": "2026-11-20", "precision": "DAY"},
                          "violations": ["ARB_ARREST", "THREAT"], "urgency": "URGENT",
                          "narrative": {"language": "fr", "text": "Espoir Kambale a été arrêté."},
                          "persons": [{"name": "Espoir Kambale", "sector": "LAWYER", "organisation": "Ligue des Collines",
                                       "role": "president"}],
                          "safeContact": {"channel": "EMAIL", "address": "amani@example.org", "safeTimes": "mornings"} }
                        """)).toString();
    }

    /** The verification of the contract's example. */
    public static String verification(UnaryOperator<ObjectNode> change) {
        return change.apply((ObjectNode) JSON.readTree("""
                        { "decision": "VERIFIED", "reliability": "HIGHLY_RELIABLE", "certainty": "LIKELY",
                          "method": "CALL_BACK_KNOWN_NUMBER", "corroboratedBy": "Maître Furaha", "urgency": "LIFE_AT_RISK",
                          "consents": [{"person": "P1", "givenBy": "FAMILY",
                                        "audiences": ["MEMBERS", "AUTHORITIES", "MECHANISMS", "SPONSORS", "PUBLIC"],
                                        "name": true, "photo": false, "place": true, "organisation": true}],
                          "partnerMayBeNamed": false,
                          "risk": {"subject": "NO", "family": "NO", "source": "YES", "recipients": "NO",
                                   "mitigations": "Furaha has left", "validUntil": "2099-12-31"},
                          "hostileJurisdictions": ["COD"], "note": "Furaha called twice" }
                        """)).toString();
    }
}
