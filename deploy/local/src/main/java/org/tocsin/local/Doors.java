package org.tocsin.local;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.embedded.LocalIssuer;

/** What a newcomer reads once the stack is up: where the doors are, who may go in, and something to try. */
final class Doors {
    private static final String TEXT = """

            Tocsin is up, on this machine only.

              partners and verifiers    http://127.0.0.1:%1$d/swagger-ui.html
              authors and approvers     http://127.0.0.1:%2$d/swagger-ui.html
              members and deliveries    http://127.0.0.1:%3$d/swagger-ui.html
              timelines and integrity   http://127.0.0.1:%4$d/swagger-ui.html
              captured messages         http://127.0.0.1:%5$d/
              issuer of tokens          http://127.0.0.1:%6$d/.well-known/openid-configuration

            Accounts, each with the secret local-only:
            %7$s

            To report an incident:

              TOKEN=$(curl -s -u partner-one:local-only -d grant_type=client_credentials \\
                http://127.0.0.1:%6$d/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
              curl -i http://127.0.0.1:%1$d/api/v1/incidents -H "Authorization: Bearer $TOKEN" \\
                -H "Idempotency-Key: try-$(date +%%s)" -H 'Content-Type: application/json' -d '{
                "country": "COD", "place": "Goma", "occurred": {"from": "%8$s", "precision": "DAY"},
                "violations": ["ARB_ARREST"], "urgency": "URGENT",
                "narrative": {"language": "fr", "text": "Arrêtée à son bureau ce matin."},
                "persons": [{"name": "Awa Exemple", "sector": "LAWYER"}],
                "safeContact": {"channel": "EMAIL", "address": "focal@partner.example"}}'

            To see one go all the way to the members: ./dev demo (in another terminal; with --recall it is taken back)
            """;

    private Doors() {}

    static String text(Ports ports) {
        return TEXT.formatted(
                ports.intake(),
                ports.alert(),
                ports.notification(),
                ports.archive(),
                ports.captured(),
                ports.issuer(),
                lines(LocalIssuer.accounts()),
                LocalDate.now(ZoneOffset.UTC).minusDays(1));
    }

    private static String lines(List<String> accounts) {
        var half = (accounts.size() + 1) / 2;
        return List.of(accounts.subList(0, half), accounts.subList(half, accounts.size())).stream()
                .map(some -> some.stream().collect(Collectors.joining(", ", "  ", "")))
                .collect(Collectors.joining(",\n"));
    }
}
