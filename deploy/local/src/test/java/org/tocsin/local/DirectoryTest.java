package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectoryTest {
    /** Domains nobody can have and the numbers kept for fiction: the stack's mail server is not the only guard. */
    @Test
    void namesNobodyWhoExists() {
        assertThat(Directory.csv().lines().skip(1))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row)
                                .matches(
                                        ".*,([^,@]+@[a-z]+\\.member\\.example)?,(\\+(3363998|44770090)\\d{4})?,(EMAIL|SMS|EMAIL SMS),.*"));
    }
}
