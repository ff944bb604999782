package org.tocsin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What {@code /v3/api-docs} tells outsiders. */
@ServiceTest
class ApiDescriptionTest {

    private final FrontDoor door;

    @Autowired
    ApiDescriptionTest(FrontDoor door) {
        this.door = door;
    }

    @Test
    void describesWhatMayBeSentAndWhatComesBack() {
        var api = FrontDoor.json(door.get(null, "/v3/api-docs"));

        var submit = api.at("/paths/~1api~1v1~1incidents/post");
        assertThat(submit.at("/responses").propertyNames()).contains("202").doesNotContain("200");
        assertThat(submit.get("description").asString()).isNotBlank();
        assertThat(api.at("/components/schemas/IncidentRequest/required").values())
                .extracting(name -> name.asString())
                .containsExactlyInAnyOrder("country", "occurred", "violations", "narrative", "safeContact");
        assertThat(api.at("/components/schemas/Person/properties").propertyNames())
                .contains("name", "organisation");
        assertThat(api.at("/components/schemas/PersonView/properties").propertyNames())
                .containsExactlyInAnyOrder("person", "sector");
        assertThat(api.at("/components/schemas/SafeContact/required").values()).hasSize(2);
    }
}
