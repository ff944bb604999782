package org.tocsin.intake.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tocsin.intake.ServiceTest;
import org.tocsin.intake.Shelves;

@ServiceTest
class RehearsalTest {

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    RehearsalProperties settings;

    @Autowired
    Shelves shelves;

    @Test
    void takesEveryReportInAndLeavesNoneOfThem() {
        var before = shelves.rows();
        assertThat(rehearsal.rehearse()).isEqualTo(settings.reports()).isPositive();
        assertThat(shelves.rows()).isEqualTo(before);
    }

    @Test
    void leavesNobodyLoggedIn() {
        rehearsal.rehearse();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }
}
