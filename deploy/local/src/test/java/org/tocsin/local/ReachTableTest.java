package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReachTableTest {
    @Test
    void countsMembersByClassAndRowsByWhatBecameOfThem() {
        var json = JsonMapper.shared();
        var reach = json.readTree("""
                {"members": 3, "planned": 4, "classes": {"HANDED_OVER": 2, "BLOCKED": 1, "FAILED": 0}}""");
        var deliveries = json.readTree("""
                {"items": [
                  {"channel": "EMAIL", "language": "fr", "contentClass": "FULL", "status": "ACCEPTED", "reason": null},
                  {"channel": "EMAIL", "language": "fr", "contentClass": "FULL", "status": "ACCEPTED"},
                  {"channel": "SMS", "language": "ar", "contentClass": null, "status": "BLOCKED", "reason": "CHANNEL_NOT_SET_UP"}]}""");
        assertThat(ReachTable.text(reach, deliveries))
                .contains("Reach of 3 members (4 rows planned)", "handed over       2", "blocked           1")
                .doesNotContain("failed")
                .containsPattern("email  fr  full +accepted +2")
                .containsPattern("sms    ar +blocked: channel not set up +1");
    }
}
