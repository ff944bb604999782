package org.tocsin.alert.appeal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tocsin.alert.appeal.KnownNames.Cleared;
import org.tocsin.alert.appeal.KnownNames.Question;
import org.tocsin.platform.language.Language;
import org.tocsin.platform.web.FieldFault;
import org.tocsin.platform.web.InvalidRequest;
import org.tocsin.platform.web.PreconditionFailed;

/**
 * Somebody writes in one language. Known names give way to tokens before anything is stored; saving never fails for a
 * name.
 */
@Service
class EditLanguage {

    private final JdbcAppeals appeals;
    private final CaseNames caseNames;
    private final AppealEvents events;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    EditLanguage(
            JdbcAppeals appeals,
            CaseNames caseNames,
            AppealEvents events,
            InstantSource clock,
            TransactionOperations transactions) {
        this.appeals = appeals;
        this.caseNames = caseNames;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * What somebody wrote, as it was pasted.
     *
     * @param story absent: as it was; empty: none
     * @param headline absent: as it was; empty: the clause library's
     * @param checked see {@link LanguageEdit}
     * @param acceptedWords absent: as it was; else all words of this text that are not the people whose names they are
     */
    record Written(
            @Nullable String story,
            @Nullable String headline,
            @Nullable Boolean checked,
            @Nullable List<String> acceptedWords) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    /**
     * What was saved.
     *
     * @param inStory questions about words of the story
     * @param inHeadline questions about words of the headline
     */
    record Saved(Appeal appeal, List<Question> inStory, List<Question> inHeadline) {}

    /** @param expectedVersion the one the writer saw */
    Saved handle(UUID id, Language language, Written written, long expectedVersion, String by) {
        var facts = appeals.find(id).orElseThrow(AppealNotFound::new).facts();
        requireKnownTokens(written, facts);
        var names = caseNames.of(facts);
        var saved = transactions.execute(status -> {
            var appeal = appeals.lock(id);
            if (expectedVersion != appeal.version()) {
                throw new PreconditionFailed();
            }
            var before = appeal.in(language);
            var accepted =
                    written.acceptedWords() == null ? before.accepted() : names.partsThatAre(written.acceptedWords());
            var story =
                    clear(written.story() == null ? before.story() : FreeText.clean(written.story()), names, accepted);
            var headline = clear(
                    written.headline() == null ? before.ownHeadline() : FreeText.cleanLine(written.headline()),
                    names,
                    accepted);
            var act = new Act(by, clock.instant());
            var edit = new LanguageEdit(textOf(headline), textOf(story), written.checked(), accepted);
            var edited = appeal.edit(language, edit, act);
            appeals.save(edited);
            events.languageEdited(edited, language, act);
            return new Saved(edited, story.questions(), headline.questions());
        });
        return saved;
    }

    private static Cleared clear(@Nullable String text, KnownNames names, Set<String> accepted) {
        return names.replaceIn(text == null ? "" : text, accepted);
    }

    private static @Nullable String textOf(Cleared cleared) {
        return cleared.text().isEmpty() ? null : cleared.text();
    }

    private static void requireKnownTokens(Written written, VerifiedFacts facts) {
        var known = facts.persons().stream().map(Person::token).collect(Collectors.toSet());
        var faults = new ArrayList<FieldFault>();
        Stream.of(new Field("/story", written.story()), new Field("/headline", written.headline()))
                .filter(field -> field.text() != null && !Tokens.allKnown(field.text(), known))
                .forEach(field -> faults.add(new FieldFault(
                        field.pointer(), "braces are for the tokens of this appeal's people, such as {P1}")));
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private record Field(String pointer, @Nullable String text) {}
}
