package org.tocsin.alert.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "COD 004 / 0608 / OBS 098,      COD 004 / 0608 / OBS 098",
        "COD 002 / 0310 / OBS 031,      COD 002 / 0310 / OBS 031",
        "COD 002 / 0215 / OBS 006.3,    COD 002 / 0215 / OBS 006.3",
        "EGY 005 / 1117 / OBS 114.1,    EGY 005 / 1117 / OBS 114.1",
        "TUN 001 / 0517 / OBS 052.1,    TUN 001 / 0517 / OBS 052.1",
        "COD 005 / 1218 / OBS 142,      COD 005 / 1218 / OBS 142",
        "HND 002 / 0703 / OBS035,       HND 002 / 0703 / OBS 035",
        "GTM 002 / 0603 / OBS 028.1,    GTM 002 / 0603 / OBS 028.1",
        "DZA 002 / 0703 / OBS 064.01,   DZA 002 / 0703 / OBS 064.1",
        "RDC 004/0106/OBS 049.02,       COD 004 / 0601 / OBS 049.2",
        "Case TUR 210200,               TUR 210200",
        "Cas COD 040811,                COD 040811",
    })
    void readsCodesAsTheyWerePrinted(String printed, String canonical) {
        assertThat(LenientReference.read(printed).map(Reference::canonical)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "cod-001-1126-obs-004.1,        COD 001 / 1126 / OBS 004.1",
        "cod001/1126/obs004,            COD 001 / 1126 / OBS 004",
        "COD R001 / 1126 / OBS R004,    COD R001 / 1126 / OBS R004",
        "COD 1 / 1126 / OBS 4,          COD 001 / 1126 / OBS 004",
        "COD 004 / 9908 / OBS 049,      COD 004 / 0899 / OBS 049",
    })
    void readsCodesAsPeopleTypeThem(String typed, String canonical) {
        assertThat(LenientReference.read(typed).map(Reference::canonical)).contains(canonical);
    }

    @Test
    void readsTheMonthFirstWhereNothingSaysThatTheCodeIsOld() {
        assertThat(LenientReference.read("COD 001/0212/OBS 004").map(Reference::canonical))
                .contains("COD 001 / 0212 / OBS 004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UA 219/06",
                "THIRD UA 60/16",
                "UA-260-2006",
                "COD 001 / 1326 / OBS 004",
                "COD 000 / 1126 / OBS 004",
                "COD R001 / 1126 / OBS 004",
                "COD 001 / 1126 / XYZ 004",
                "Cas COD 310211",
            })
    void readsNothingElse(String text) {
        assertThat(LenientReference.read(text)).isEmpty();
    }
}
