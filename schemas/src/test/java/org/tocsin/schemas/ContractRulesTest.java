package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractRulesTest {

    private static final Set<String> WORDS_THAT_NAME_PEOPLE = Set.of("email", "phone", "address", "personName");

    static List<Schema> events() {
        return Contracts.events();
    }

    static List<Schema> types() {
        return Contracts.written();
    }

    static List<Schema> enums() {
        return types().stream()
                .filter(type -> type.getType() == Schema.Type.ENUM)
                .toList();
    }

    static List<Schema> records() {
        return types().stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("enums")
    void anOlderReaderSurvivesANewSymbol(Schema type) {
        assertThat(type.getEnumDefault()).as("default of " + type.getFullName()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordAndFieldIsDocumented(Schema type) {
        assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
        assertThat(type.getFields())
                .allSatisfy(field -> assertThat(field.doc())
                        .as(type.getFullName() + "." + field.name())
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("records")
    void noFieldOffersAPlaceForAddressesInClear(Schema type) {
        assertThat(type.getFields().stream().map(Schema.Field::name))
                .doesNotContainAnyElementsOf(WORDS_THAT_NAME_PEOPLE);
    }

    @ParameterizedTest
    @MethodSource("records")
    void anOptionalFieldPutsNullFirst(Schema type) {
        assertThat(type.getFields()).allSatisfy(field -> {
            if (field.schema().isNullable()) {
                assertThat(field.schema().getTypes().getFirst().getType())
                        .as(type.getFullName() + "." + field.name())
                        .isEqualTo(Schema.Type.NULL);
                assertThat(field.hasDefaultValue()).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void noEventContainsItself(Schema event) {
        assertThat(recursion(event, List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventStartsWithItsKeyAndCarriesItsAggregatesVersion(Schema event) {
        assertThat(event.getFields().getFirst().name()).endsWith("Id");
        assertThat(event.getField("version").schema().getType()).isEqualTo(Schema.Type.LONG);
        assertThat(event.getFields().stream().map(field -> LogicalTypes.fromSchemaIgnoreInvalid(field.schema())))
                .as("an event tells when")
                .anyMatch(type -> type instanceof LogicalTypes.TimestampMillis
                        || event.getName().equals("DeliveriesSettled"));
    }

    @Test
    void everyEventTravelsOnADeclaredTopicAndEveryTopicIsUsed() throws IOException {
        var declared = new Properties();
        try (var file = Files.newInputStream(Path.of("src/main/resources/tocsin/topics.properties"))) {
            declared.load(file);
        }
        assertThat(events().stream()
                        .map(event -> event.getProp(Contracts.TOPIC))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(declared.stringPropertyNames());
    }

    private static List<String> recursion(Schema type, List<String> path) {
        return switch (type.getType()) {
            case RECORD -> {
                if (path.contains(type.getFullName())) {
                    yield List.of(type.getFullName());
                }
                var deeper = new ArrayList<>(path);
                deeper.add(type.getFullName());
                yield inner(type.getFields().stream().map(Schema.Field::schema), deeper);
            }
            case ARRAY -> recursion(type.getElementType(), path);
            case MAP -> recursion(type.getValueType(), path);
            case UNION -> inner(type.getTypes().stream(), path);
            default -> List.of();
        };
    }

    private static List<String> inner(Stream<Schema> types, List<String> path) {
        return types.flatMap(type -> recursion(type, path).stream()).toList();
    }
}
