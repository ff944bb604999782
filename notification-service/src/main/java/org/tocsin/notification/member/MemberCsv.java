package org.tocsin.notification.member;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;

/**
 * The file of all members: UTF-8, comma, one header row with exactly these columns in this order. Several languages,
 * channels, addresses or telephone numbers in a cell stand apart by a space.
 */
final class MemberCsv {

    static final List<String> COLUMNS = List.of(
            "member_id",
            "organisation",
            "country",
            "languages",
            "email",
            "phone",
            "channels",
            "content_policy",
            "in_country_policy",
            "sms_at_night",
            "valid_from",
            "valid_to");

    /** Enough to mend a file by; a file of another kind would otherwise answer with thousands. */
    private static final int MOST_FAULTS = 200;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private MemberCsv() {}

    /**
     * Reads the whole file.
     *
     * @return profiles by member id, in the order of the file
     * @throws InvalidRequest naming row, column and reason of every fault; row 1 is the header
     */
    static Map<String, Profile> read(byte[] file) {
        var records = parse(decode(file));
        if (records.isEmpty() || !COLUMNS.equals(records.getFirst().toList())) {
            throw refused(1, "expected exactly the columns " + String.join(",", COLUMNS));
        }
        var faults = new ArrayList<FieldFault>();
        var profiles = new LinkedHashMap<String, Profile>();
        for (var record : records.subList(1, records.size())) {
            if (faults.size() >= MOST_FAULTS) {
                break;
            }
            readRow(record, profiles, faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return profiles;
    }

    /** Writes what {@link #read} reads. */
    static byte[] write(Collection<Member> members) {
        var file = new StringWriter();
        try (var printer = new CSVPrinter(file, FORMAT)) {
            printer.printRecord(COLUMNS);
            for (var member : members) {
                printer.printRecord(MemberCells.of(member));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void readRow(CSVRecord record, Map<String, Profile> profiles, List<FieldFault> faults) {
        var row = record.getRecordNumber();
        if (record.size() != COLUMNS.size()) {
            faults.add(fault(row, "expected %d columns".formatted(COLUMNS.size())));
            return;
        }
        var cells = new MemberRow(row, record.toList(), faults);
        var id = cells.memberId();
        var profile = cells.profile();
        if (profiles.containsKey(id)) {
            cells.fault("member_id", "expected once in the file");
        }
        profile.ifPresent(complete -> profiles.put(id, complete));
    }

    private static String decode(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(1, "expected UTF-8");
        }
    }

    /** The parser's own words may quote the file, so they go no further. */
    private static List<CSVRecord> parse(String text) {
        try (var parser = CSVParser.parse(text, FORMAT)) {
            return parser.getRecords();
        } catch (IOException | UncheckedIOException e) {
            throw refused(1, "expected comma-separated values with balanced quotes");
        }
    }

    private static InvalidRequest refused(long row, String expected) {
        return new InvalidRequest(List.of(fault(row, expected)));
    }

    private static FieldFault fault(long row, String expected) {
        return new FieldFault("/" + row, "row %d: %s".formatted(row, expected));
    }
}
