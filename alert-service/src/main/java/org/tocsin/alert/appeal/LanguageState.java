package org.tocsin.alert.appeal;

/** How far one language of an appeal is. */
enum LanguageState {
    MISSING,
    /** Sentences of the clause library only; nobody read them for this appeal. */
    LIBRARY,
    /** Somebody is writing; not sent. */
    DRAFT,
    /** Read by a person as it stands. */
    CHECKED,
    /** Read, before a story was added in another language; sent without anything but its clauses. */
    OUTDATED
}
