package org.tocsin.crashes;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stories.Stage;

/** A failure tells what chance had decided; nothing that one story holds or counts is left to the next. */
final class TellsSeed implements BeforeEachCallback, TestExecutionExceptionHandler, AfterEachCallback {

    private static final Logger LOG = LoggerFactory.getLogger(TellsSeed.class);

    @Override
    public void beforeEach(ExtensionContext story) {
        LOG.info("{}", nameOf(story));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext story, Throwable failure) {
        var seed = story.getDisplayName().replaceAll(".*seed ", "");
        throw new AssertionError(
                "%s, again with -Dseeds=%s: %s".formatted(nameOf(story), seed, failure.getMessage()), failure);
    }

    @Override
    public void afterEach(ExtensionContext story) {
        Stage.proxies().forget();
    }

    private static String nameOf(ExtensionContext story) {
        return "%s %s".formatted(story.getRequiredTestMethod().getName(), story.getDisplayName());
    }
}
