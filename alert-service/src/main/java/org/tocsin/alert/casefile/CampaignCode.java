package org.tocsin.alert.casefile;

import java.time.LocalDate;

/**
 * The code of a campaign outside the programme, {@code TUR 210200}: country and day of the first document.
 *
 * @param document 0 for the first document, then the follow-up number
 */
public record CampaignCode(String country, LocalDate firstIssued, int document) implements Reference {

    @Override
    public String canonical() {
        return "%s %02d%02d%02d%s"
                .formatted(
                        country,
                        firstIssued.getDayOfMonth(),
                        firstIssued.getMonthValue(),
                        firstIssued.getYear() % 100,
                        document == 0 ? "" : "." + document);
    }

    @Override
    public String toString() {
        return canonical();
    }
}
