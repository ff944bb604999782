package org.tocsin.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNameTest {

    @ParameterizedTest
    @CsvSource({
        "KEN, PT, Quénia",
        "KEN, FR, Kenya",
        "VNM, PT, Vietname",
        "EGY, AR, مصر",
        "EGY, RU, Египет",
        "ESP, ES, España"
    })
    void namesACountryInTheLanguageAsTheNetworkWritesIt(String code, Language language, String name) {
        assertThat(new Country(code).name(language)).isEqualTo(name);
    }
}
