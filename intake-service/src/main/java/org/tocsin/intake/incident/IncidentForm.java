package org.tocsin.intake.incident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.intake.fields.Faults;
import org.tocsin.intake.fields.LanguageTag;
import org.tocsin.platform.web.Caller;
import org.tocsin.platform.web.InvalidRequest;
import org.tocsin.platform.web.Role;

/** The rules of a report's fields: from what was sent to what may be stored. */
@Component
class IncidentForm {

    static final int MOST_PERSONS = 50;
    static final int LONGEST_LINE = 300;
    static final int LONGEST_NARRATIVE = 50_000;
    static final int LONGEST_TEXT = 5_000;

    private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private final InstantSource clock;

    IncidentForm(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Reads a report.
     *
     * @throws InvalidRequest naming every property that breaks a rule
     */
    Submission read(IncidentRequest request, Caller caller) {
        var faults = new Faults();
        var confidential = new LinkedHashMap<String, String>();
        var facts = new Facts(
                faults.country("/country", request.country()),
                occurred(request, faults),
                violations(request, faults),
                faults.oneOf("/urgency", request.urgency(), Urgency.class, Urgency.URGENT),
                persons(request, confidential, faults),
                narrative(request, confidential, faults));
        keep(confidential, ConfidentialFields.PLACE, faults.line("/place", request.place(), LONGEST_LINE));
        keep(
                confidential,
                ConfidentialFields.STATED_REASON,
                faults.text("/statedReason", request.statedReason(), LONGEST_TEXT));
        keep(
                confidential,
                ConfidentialFields.PERPETRATORS,
                faults.text("/perpetrators", request.perpetrators(), LONGEST_TEXT));
        safeContact(request, confidential, faults);
        var connection = faults.optionalOneOf("/sourceConnection", request.sourceConnection(), SourceConnection.class);
        var submission = new Submission(onBehalfOf(request, caller, faults), connection, facts, confidential);
        faults.throwIfAny();
        return submission;
    }

    private static @Nullable String onBehalfOf(IncidentRequest request, Caller caller, Faults faults) {
        var partner = request.onBehalfOf();
        if (partner == null) {
            if (!caller.is(Role.PARTNER)) {
                faults.add("/onBehalfOf", "required: the partner for whom you enter the report");
            }
        } else if (!caller.is(Role.VERIFIER)) {
            faults.add("/onBehalfOf", "only staff report on behalf of a partner");
        } else if (!ACCOUNT.matcher(partner).matches()) {
            faults.add("/onBehalfOf", "expected a partner's account name");
        }
        return partner;
    }

    private Period occurred(IncidentRequest request, Faults faults) {
        var occurred = request.occurred();
        if (occurred == null) {
            faults.add("/occurred", "required");
            return new Period(EARLIEST, null, DatePrecision.DAY);
        }
        var from = faults.day("/occurred/from", occurred.from());
        refuseOutOfRange("/occurred/from", from, faults);
        var to = faults.optionalDay("/occurred/to", occurred.to()).orElse(null);
        if (to != null) {
            refuseOutOfRange("/occurred/to", to, faults);
            if (to.isBefore(from)) {
                faults.add("/occurred/to", "before the first day");
            }
        }
        return new Period(
                from,
                to,
                faults.oneOf("/occurred/precision", occurred.precision(), DatePrecision.class, DatePrecision.DAY));
    }

    /** "Future" is judged where the day begins first, since the sender's own zone is not known. */
    private void refuseOutOfRange(String pointer, LocalDate day, Faults faults) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), FIRST_TO_SEE_A_DAY))) {
            faults.add(pointer, "in the future");
        }
        if (day.isBefore(EARLIEST)) {
            faults.add(pointer, "before " + EARLIEST);
        }
    }

    private static List<Violation> violations(IncidentRequest request, Faults faults) {
        var words = Objects.requireNonNullElse(request.violations(), List.<@Nullable String>of());
        if (words.isEmpty()) {
            faults.add("/violations", "required: at least one");
            return List.of(Violation.THREAT);
        }
        var violations = new LinkedHashSet<Violation>();
        for (int i = 0; i < words.size(); i++) {
            violations.add(faults.oneOf("/violations/" + i, words.get(i), Violation.class));
        }
        return List.copyOf(violations);
    }

    private static List<Sector> persons(IncidentRequest request, Map<String, String> confidential, Faults faults) {
        var persons = Objects.requireNonNullElse(request.persons(), List.<IncidentRequest.@Nullable Person>of());
        faults.atMost("/persons", persons, MOST_PERSONS);
        var sectors = new ArrayList<Sector>();
        for (int i = 0; i < persons.size(); i++) {
            var at = "/persons/" + i;
            var person = persons.get(i);
            if (person == null) {
                faults.add(at, "required");
                continue;
            }
            var token = Facts.token(i + 1);
            sectors.add(faults.oneOf(at + "/sector", person.sector(), Sector.class, Sector.OTHER));
            keep(confidential, ConfidentialFields.name(token), faults.line(at + "/name", person.name(), LONGEST_LINE));
            keep(
                    confidential,
                    ConfidentialFields.organisation(token),
                    faults.line(at + "/organisation", person.organisation(), LONGEST_LINE));
            keep(confidential, ConfidentialFields.role(token), faults.line(at + "/role", person.role(), LONGEST_LINE));
        }
        return sectors;
    }

    private static @Nullable String narrative(
            IncidentRequest request, Map<String, String> confidential, Faults faults) {
        var narrative = request.narrative();
        if (narrative == null) {
            faults.add("/narrative", "required");
            return null;
        }
        var text = faults.text("/narrative/text", narrative.text(), LONGEST_NARRATIVE);
        confidential.put(ConfidentialFields.NARRATIVE, faults.required("/narrative/text", text));
        return LanguageTag.read("/narrative/language", narrative.language(), faults);
    }

    private static void safeContact(IncidentRequest request, Map<String, String> confidential, Faults faults) {
        var sent = request.safeContact();
        if (sent == null) {
            faults.add("/safeContact", "required");
            return;
        }
        var channel = faults.oneOf("/safeContact/channel", sent.channel(), ContactChannel.class);
        var line = faults.line("/safeContact/address", sent.address(), ContactChannel.LONGEST_ADDRESS);
        var address = channel.address(faults.required("/safeContact/address", line));
        if (line != null && address.isEmpty() && !faults.has("/safeContact/channel")) {
            faults.add("/safeContact/address", channel.expected());
        }
        var contact = new SafeContact(
                channel.name(),
                address.orElse(""),
                LanguageTag.read("/safeContact/language", sent.language(), faults),
                faults.text("/safeContact/safeTimes", sent.safeTimes(), LONGEST_LINE),
                faults.text("/safeContact/ifAnotherAnswers", sent.ifAnotherAnswers(), LONGEST_LINE),
                Boolean.TRUE.equals(sent.mayLeaveMessage()));
        confidential.put(ConfidentialFields.SAFE_CONTACT, contact.asText());
    }

    private static void keep(Map<String, String> confidential, String field, @Nullable String text) {
        if (text != null) {
            confidential.put(field, text);
        }
    }
}
