package org.tocsin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void countsEverybodyAsStaffButPartnersAndServices() {
        assertThat(Arrays.stream(Role.values()).filter(role -> !role.isStaff()))
                .containsExactly(Role.PARTNER, Role.SERVICE);
    }

    @Test
    void namesEveryRoleOfStaffWhereAnyStaffMayCall() {
        assertThat(Pattern.compile("'(\\w+)'").matcher(Role.ANY_STAFF).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(Arrays.stream(Role.values())
                        .filter(Role::isStaff)
                        .map(Role::name)
                        .toList());
    }
}
