package org.tocsin.alert.appeal;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tocsin.alert.appeal.Refusal.Involvement;
import org.tocsin.platform.web.Problems;

/** The one place where a failure of this service gets its HTTP status. */
@RestControllerAdvice
class ProblemAdvice extends Problems {

    @ExceptionHandler
    ProblemDetail on(AppealNotFound e) {
        return problem(HttpStatus.NOT_FOUND, "appeal-not-found", "No appeal has this id.");
    }

    @ExceptionHandler
    ProblemDetail on(LanguageNotOffered e) {
        return problem(HttpStatus.NOT_FOUND, "language-not-offered", "The network does not write in this language.");
    }

    @ExceptionHandler
    ProblemDetail on(NoPublicAppeal e) {
        return problem(HttpStatus.NOT_FOUND, "no-public-appeal", "No public appeal of ours has this reference.");
    }

    @ExceptionHandler
    ProblemDetail on(AppealRefused e) {
        return switch (e.refusal()) {
            case Refusal.WrongStatus(var status, var step) -> {
                var problem = conflict(
                        "appeal-status", "%s is not possible while the appeal is %s.".formatted(words(step), status));
                problem.setProperty("appealStatus", status);
                yield problem;
            }
            case Refusal.SecondPersonNeeded(var involvement) ->
                conflict("second-person-needed", secondPerson(involvement));
            case Refusal.RiskExpired(var validUntil) ->
                conflict(
                        "risk-expired",
                        "The risk assessment held until %s. A verifier has to renew it.".formatted(validUntil));
            case Refusal.NoLanguageReady() ->
                conflict("no-language-ready", "No language may be sent: each is still a draft.");
            case Refusal.ClearName(var language) ->
                conflict(
                        "clear-name",
                        "A name of the case's people, or a word that may be one, stands in this language. Write the"
                                + " token instead, or accept the word.",
                        Map.of("language", language.tag()));
            case Refusal.PersonInHeadline(var language) ->
                conflict(
                        "person-in-headline",
                        "Headings carry no person: they stand in subject lines.",
                        Map.of("language", language.tag()));
            case Refusal.LanguagesDiffer(var one, var onlyInOne, var other, var onlyInOther) ->
                conflict(
                        "languages-differ",
                        "Two languages that were read by a person name different people or numbers.",
                        Map.of(
                                "languages",
                                List.of(one.tag(), other.tag()),
                                "onlyIn",
                                Map.of(one.tag(), onlyInOne, other.tag(), onlyInOther)));
            case Refusal.SendDelayOver() ->
                conflict("send-delay-over", "Messages may have left already. Hold or recall the case.");
            case Refusal.RecalledAlready(var notice) ->
                conflict(
                        "recalled-already",
                        "The appeal was recalled with the notice %s, and its members have read that one."
                                .formatted(notice),
                        Map.of("notice", notice));
            case Refusal.NamesUnreadable() ->
                conflict(
                        "names-unreadable",
                        "The case's key is destroyed: its texts can no longer be checked for names.");
        };
    }

    private static String secondPerson(Involvement involvement) {
        return switch (involvement) {
            case SUBMITTER -> "You sent the report. Somebody who had no part in the appeal has to approve it.";
            case VERIFIER -> "You verified the incident. Somebody who had no part in the appeal has to approve it.";
            case EDITOR -> "You wrote in the appeal. Somebody who had no part in it has to approve it.";
        };
    }

    private static String words(Refusal.Step step) {
        return switch (step) {
            case EDIT -> "Writing";
            case REVIEW -> "Asking for an approval";
            case CHANGES -> "Asking for changes";
            case APPROVAL -> "Approving";
            case ISSUE -> "Issuing";
            case CANCEL_ISSUE -> "Taking the issue back";
            case HOLD -> "Holding";
            case RELEASE -> "Releasing";
            case RECALL -> "Recalling";
        };
    }

    private static ProblemDetail conflict(String code, String detail) {
        return problem(HttpStatus.CONFLICT, code, detail);
    }

    private static ProblemDetail conflict(String code, String detail, Map<String, Object> more) {
        var problem = conflict(code, detail);
        more.forEach(problem::setProperty);
        return problem;
    }
}
