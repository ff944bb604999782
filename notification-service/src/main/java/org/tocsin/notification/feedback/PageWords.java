package org.tocsin.notification.feedback;

import java.util.ResourceBundle;
import org.tocsin.platform.language.Language;

/** Our sentences on a member's page and in a confirmation: {@code page_<language>.properties}. */
record PageWords(ResourceBundle bundle) {

    private static final ResourceBundle.Control ONLY_OURS =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static PageWords in(Language language) {
        return new PageWords(
                ResourceBundle.getBundle(PageWords.class.getPackageName() + ".page", language.locale(), ONLY_OURS));
    }

    public String say(String key) { // public: the template calls it
        return bundle.getString(key);
    }
}
