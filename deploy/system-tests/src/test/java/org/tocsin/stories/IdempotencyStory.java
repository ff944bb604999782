package org.tocsin.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tocsin.local.FrontDoors.Answer;
import org.tocsin.local.LocalStack;

/** A partner on a bad line sends the same report again and again. */
class IdempotencyStory {

    private final LocalStack stack = Stage.stack();

    @Test
    void theSameKeyAHundredTimesInParallelMakesOneIncident() throws Exception {
        var report = Story.of(stack.doors()).report();
        var key = UUID.randomUUID().toString();
        stack.doors().token("partner-one");

        var answers = new ArrayList<Answer>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Answer>>();
            for (var i = 0; i < 100; i++) {
                calls.add(() -> stack.doors().submit("partner-one", key, report));
            }
            for (Future<Answer> call : callers.invokeAll(calls)) {
                answers.add(call.get());
            }
        }
        answers.add(stack.doors().submit("partner-one", key, report));

        assertThat(answers).allMatch(answer -> answer.status() == 202 || answer.status() == 409);
        assertThat(answers.getLast().status()).isEqualTo(202);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 202)
                        .map(Answer::body)
                        .distinct())
                .as("one incident, and the same answer to each")
                .hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var story = Story.of(stack.doors());
        var key = UUID.randomUUID().toString();
        stack.doors().submit("partner-one", key, story.report()).expect(202);

        assertThat(stack.doors()
                        .submit("partner-one", key, story.in("TUN").report())
                        .status())
                .isEqualTo(422);
    }
}
