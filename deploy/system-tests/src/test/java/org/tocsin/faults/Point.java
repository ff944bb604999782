package org.tocsin.faults;

/** Where a conversation can be stopped. */
public sealed interface Point {

    /** PostgreSQL has not seen the statement yet. */
    record BeforeStatement(String sql) implements Point {}

    /** PostgreSQL has the statement and has not seen its values yet; one of them is this. */
    record BeforeValues(String sql, String value) implements Point {}

    /** PostgreSQL has not seen the commit yet of a transaction with this statement in it. */
    record BeforeCommit(String sql) implements Point {}

    /** PostgreSQL has committed a transaction with this statement in it, and the client does not know. */
    record AfterCommit(String sql) implements Point {}

    /** The mail server has taken the message, and the client does not know. */
    record AfterData() implements Point {}

    /** The broker has stored records with this text in them, and the client does not know. */
    record AfterProduce(String text) implements Point {}

    /** Statements and records are given by a part of their text. */
    default boolean isMet(Point here) {
        return switch (this) {
            case BeforeStatement(var part) -> here instanceof BeforeStatement(var sql) && sql.contains(part);
            case BeforeValues(var part, var value) ->
                here instanceof BeforeValues(var sql, var values) && sql.contains(part) && values.contains(value);
            case BeforeCommit(var part) -> here instanceof BeforeCommit(var sql) && sql.contains(part);
            case AfterCommit(var part) -> here instanceof AfterCommit(var sql) && sql.contains(part);
            case AfterProduce(var part) -> here instanceof AfterProduce(var text) && text.contains(part);
            case AfterData() -> here instanceof AfterData;
        };
    }
}
