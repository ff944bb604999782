package org.tocsin.alert.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tocsin.alert.appeal.AppealView.TextView;
import org.tocsin.alert.appeal.KnownNames.Question;
import org.tocsin.platform.language.Language;

/** A language as it was saved, with what remains to be asked. */
@Schema(name = "SavedText")
record SavedView(
        UUID appealId,
        @Schema(description = "also the ETag") long version,
        AppealStatus status,
        TextView text,

        @Schema(description = "words that may be a person: write the token instead, or list them as acceptedWords")
        List<Ambiguous> ambiguous) {

    static SavedView of(EditLanguage.Saved saved, Language language) {
        var appeal = saved.appeal();
        var questions = Stream.concat(
                saved.inHeadline().stream().map(question -> Ambiguous.of(question, "headline")),
                saved.inStory().stream().map(question -> Ambiguous.of(question, "story")));
        return new SavedView(
                appeal.id(), appeal.version(), appeal.status(), TextView.of(appeal.in(language)), questions.toList());
    }

    /** Where; the word itself is in the saved text. */
    record Ambiguous(
            @Schema(example = "P1") String token,
            @Schema(example = "story") String field,

            @Schema(description = "in the saved text, in UTF-16 units from 0")
            int position,

            int length) {

        static Ambiguous of(Question question, String field) {
            return new Ambiguous(question.token(), field, question.position(), question.length());
        }
    }
}
