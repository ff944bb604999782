package org.tocsin.archive.ledger;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The append-only store. */
interface Ledger {

    /**
     * Appends an entry and links it to the last one. An entry met before, at the same place of its topic or published again
     * with the same content, is not appended.
     *
     * @return its number, counted from 1 without gaps; empty if it was met before
     */
    OptionalLong append(Entry entry);

    /** An entry with its place in the chain. */
    record Link(long seq, Instant archivedAt, Entry entry, byte[] previousHash, byte[] hash) {}

    /**
     * Hands over all links in their order, until told to stop.
     *
     * @param each gets a link; false stops
     */
    void walk(Predicate<Link> each);

    /** Where the chain ends. */
    Head head();

    record Head(long seq, byte[] hash) {}

    /** The entries after a number, for paging. */
    List<Link> after(long seq, int limit);
}
