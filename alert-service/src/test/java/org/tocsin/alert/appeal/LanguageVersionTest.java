package org.tocsin.alert.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.alert.appeal.Samples.AUTHOR;
import static org.tocsin.alert.appeal.Samples.NOON;
import static org.tocsin.alert.appeal.Samples.by;
import static org.tocsin.alert.appeal.Samples.story;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.language.Language;

class LanguageVersionTest {

    private static final LanguageVersion LIBRARY = LanguageVersion.fromLibrary(Samples.clause(Language.FR), "lib-1");
    private static final LanguageVersion CHECKED = LIBRARY.edited(story("récit", true), by(AUTHOR));

    @Test
    void isADraftUntilSomebodySaysItWasRead() {
        var draft = LIBRARY.edited(story("récit", null), by(AUTHOR));
        assertThat(draft.state()).isEqualTo(LanguageState.DRAFT);
        assertThat(draft.checked()).isNull();
        assertThat(CHECKED.state()).isEqualTo(LanguageState.CHECKED);
        assertThat(CHECKED.checked()).isEqualTo(by(AUTHOR));
    }

    @Test
    void isADraftAgainOnceItsTextChanges() {
        assertThat(CHECKED.edited(story("autre", null), by(AUTHOR)).state()).isEqualTo(LanguageState.DRAFT);
    }

    @Test
    void staysReadWhenTheSameTextIsSavedAgain() {
        var again = CHECKED.edited(story("récit", null), new Act("translator-one", NOON.plusSeconds(9)));
        assertThat(again.state()).isEqualTo(LanguageState.CHECKED);
        assertThat(again.checked()).isEqualTo(by(AUTHOR));
        assertThat(again.edited()).isEqualTo(by(AUTHOR));
    }

    @Test
    void isTheLibrarysAgainOnceNothingOfItsOwnIsLeft() {
        assertThat(CHECKED.edited(story(null, null), by(AUTHOR)).state()).isEqualTo(LanguageState.LIBRARY);
    }

    @Test
    void isSentWholeOnceItWasRead() {
        assertThat(CHECKED.sendable()).contains(CHECKED);
    }

    @Test
    void isNotSentWhileItIsADraft() {
        assertThat(LIBRARY.edited(story("récit", false), by(AUTHOR)).sendable()).isEmpty();
    }

    @Test
    void isSentWithItsClausesAloneOnceItIsOutdated() {
        var read = LIBRARY.edited(new LanguageEdit("mon titre", null, true, Set.of()), by(AUTHOR));
        assertThat(read.outdated().state()).isEqualTo(LanguageState.OUTDATED);
        assertThat(read.outdated().sendable()).contains(LIBRARY);
    }

    @Test
    void hasAnotherHashWithAnotherText() {
        assertThat(CHECKED.contentHash())
                .hasSize(64)
                .isNotEqualTo(LIBRARY.contentHash())
                .isEqualTo(LIBRARY.edited(story("récit", false), by(AUTHOR)).contentHash());
    }
}
