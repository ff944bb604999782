package org.tocsin.alert.casefile;

/** A code printed on an appeal, old or new, by which a reader asks about it. */
public sealed interface Reference permits ReferenceCode, CampaignCode {

    /** The one way we write it. */
    String canonical();
}
