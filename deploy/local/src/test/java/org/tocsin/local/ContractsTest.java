package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractsTest {
    @Test
    void knowsTheDeclaredTopicsWithTheirPartitions() {
        assertThat(Contracts.topics()).containsEntry("tocsin.incident.v1", 6).allSatisfy((topic, partitions) -> {
            assertThat(topic).startsWith("tocsin.");
            assertThat(partitions).isPositive();
        });
    }

    @Test
    void readsEveryReleasedContractOfADeclaredTopic() {
        assertThat(Contracts.released()).isNotEmpty().allSatisfy(one -> {
            assertThat(Contracts.topics()).containsKey(one.topic());
            assertThat(one.schema()).contains("\"name\"");
        });
    }
}
