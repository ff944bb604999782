package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.notification.ServiceTest;

@ServiceTest
class ReachTest {

    private static final UUID APPEAL = UUID.randomUUID();

    @Autowired
    Reaches reaches;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isUnknownUntilPlanned() {
        assertThat(reaches.of(APPEAL)).isEmpty();
    }

    /** The planning is stored between the questions of one call: it must look like none, or like itself. */
    @Test
    void neverShowsAPlanningOfNobody() {
        var questions = new AtomicInteger();
        JdbcClient asked = statement -> {
            if (questions.incrementAndGet() == 2) {
                store(List.of("member"), List.of(false), List.of("member"), List.of("PLANNED"), List.of("FULL"));
            }
            return jdbc.sql(statement);
        };
        assertThat(new Reaches(asked).of(APPEAL).map(Reach::members)).isNotEqualTo(Optional.of(0));
    }

    /** A member for every set of states its rows may be in, acknowledged or not: the first class that applies counts. */
    @Test
    void putsEveryMemberIntoExactlyTheFirstClassThatApplies() {
        var states = DeliveryStatus.values();
        var expected = new EnumMap<MemberClass, Integer>(MemberClass.class);
        var members = new ArrayList<String>();
        var acknowledged = new ArrayList<Boolean>();
        var rowMembers = new ArrayList<String>();
        var rowStates = new ArrayList<String>();
        for (var mask = 0; mask < 1 << states.length; mask++) {
            for (var isAcknowledged : List.of(false, true)) {
                var member = "%d-%s".formatted(mask, isAcknowledged);
                var rows = EnumSet.noneOf(DeliveryStatus.class);
                for (var state : states) {
                    if ((mask & 1 << state.ordinal()) != 0) {
                        rows.add(state);
                        rowMembers.add(member);
                        rowStates.add(state.name());
                    }
                }
                members.add(member);
                acknowledged.add(isAcknowledged);
                expected.merge(classOf(rows, isAcknowledged), 1, Integer::sum);
            }
        }
        store(
                members,
                acknowledged,
                rowMembers,
                rowStates,
                IntStream.range(0, rowMembers.size()).mapToObj(i -> "FULL").toList());

        assertThat(reaches.of(APPEAL)).hasValueSatisfying(reach -> {
            assertThat(reach.classes()).isEqualTo(expected);
            assertThat(reach.members()).isEqualTo(members.size());
            assertThat(reach.planned()).isEqualTo(rowMembers.size());
            assertThat(reach.classes().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(reach.members());
        });
    }

    @Test
    void tellsTheTextFromANoticeOnly() {
        store(
                List.of("text", "redacted", "notice", "both", "waiting", "acknowledged"),
                List.of(false, false, false, false, false, true),
                List.of("text", "redacted", "notice", "both", "both", "waiting", "acknowledged"),
                List.of("ACCEPTED", "DELIVERED", "ACCEPTED", "ACCEPTED", "ACCEPTED", "PLANNED", "ACCEPTED"),
                List.of("FULL", "REDACTED", "NOTICE", "FULL", "NOTICE", "FULL", "BLIND"));
        assertThat(reaches.of(APPEAL)).hasValueSatisfying(reach -> {
            assertThat(reach.haveText()).isEqualTo(3);
            assertThat(reach.haveNotice()).isEqualTo(2);
        });
    }

    private static MemberClass classOf(Set<DeliveryStatus> rows, boolean acknowledged) {
        if (acknowledged) {
            return MemberClass.ACKNOWLEDGED;
        }
        return Map.<MemberClass, Set<DeliveryStatus>>of(
                        MemberClass.DELIVERED, EnumSet.of(DeliveryStatus.DELIVERED),
                        MemberClass.HANDED_OVER, EnumSet.of(DeliveryStatus.ACCEPTED),
                        MemberClass.PENDING,
                                EnumSet.of(DeliveryStatus.PLANNED, DeliveryStatus.SENDING, DeliveryStatus.DEFERRED),
                        MemberClass.SCHEDULED, EnumSet.of(DeliveryStatus.SCHEDULED),
                        MemberClass.UNKNOWN, EnumSet.of(DeliveryStatus.UNKNOWN, DeliveryStatus.IN_DOUBT),
                        MemberClass.FAILED, EnumSet.of(DeliveryStatus.FAILED, DeliveryStatus.BOUNCED))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().stream().anyMatch(rows::contains))
                .map(Map.Entry::getKey)
                .min(MemberClass::compareTo)
                .orElse(MemberClass.BLOCKED);
    }

    private void store(
            List<String> members,
            List<Boolean> acknowledged,
            List<String> rowMembers,
            List<String> rowStates,
            List<String> rowClasses) {
        jdbc.sql("""
                        insert into fan_out values (:id, 1, 1, 1, 'PLANNED', 'COD 001 / 1126 / OBS 001', 'URGENT', null, now(), now(), '{}')""").param("id", APPEAL).update();
        jdbc.sql("""
                        insert into planned_member
                        select :id, 1, member_id, 'FRA', array['fr'], 'FULL', 'BLIND', case when acknowledged then now() end
                        from unnest(:members, :acknowledged) as m (member_id, acknowledged)""")
                .param("id", APPEAL)
                .param("members", members.toArray(String[]::new))
                .param("acknowledged", acknowledged.toArray(Boolean[]::new))
                .update();
        jdbc.sql("""
                        insert into delivery (delivery_id, appeal_id, issue_version, member_id, contact_id, channel, language,
                                              content_class, content_reason, status, due_at, changed_at, link_hash)
                        select gen_random_uuid(), :id, 1, member_id, gen_random_uuid(), 'EMAIL', 'fr', content_class,
                               'PUBLIC_FULL', status, now(), now(), uuid_send(gen_random_uuid())
                        from unnest(:members, :states, :classes) as r (member_id, status, content_class)""")
                .param("id", APPEAL)
                .param("members", rowMembers.toArray(String[]::new))
                .param("states", rowStates.toArray(String[]::new))
                .param("classes", rowClasses.toArray(String[]::new))
                .update();
    }
}
