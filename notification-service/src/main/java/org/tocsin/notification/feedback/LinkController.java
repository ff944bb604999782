package org.tocsin.notification.feedback;

import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.tocsin.notification.delivery.AcknowledgeAppeal;
import org.tocsin.notification.delivery.LinkedDeliveries;
import org.tocsin.notification.delivery.LinkedDelivery;
import org.tocsin.platform.web.Public;

/**
 * A member's own page of an appeal. Looking changes nothing, since mail scanners follow links; what is said is a POST.
 */
@RestController
@Public
@RequestMapping("/m/{token}")
class LinkController {

    private final LinkedDeliveries links;
    private final AcknowledgeAppeal acknowledge;
    private final Unsubscribe unsubscribe;
    private final MemberPage page;
    private final ITemplateEngine templates;

    LinkController(
            LinkedDeliveries links,
            AcknowledgeAppeal acknowledge,
            Unsubscribe unsubscribe,
            MemberPage page,
            ITemplateEngine templates) {
        this.links = links;
        this.acknowledge = acknowledge;
        this.unsubscribe = unsubscribe;
        this.page = page;
        this.templates = templates;
    }

    /** Mail programs without one-click open the address of the header, so it shows the page too. */
    @GetMapping(path = {"", "/unsubscribe"})
    ResponseEntity<String> show(@PathVariable String token) {
        return show(token, linked(token));
    }

    @PostMapping("/ack")
    ResponseEntity<String> acknowledge(@PathVariable String token) {
        var linked = linked(token);
        acknowledge.handle(linked.fanOut(), linked.memberId());
        return show(token, linked(token));
    }

    /** RFC 8058: a POST is meant, whatever its body says; the page's own form sends the same. */
    @PostMapping("/unsubscribe")
    ResponseEntity<String> unsubscribe(@PathVariable String token) {
        var linked = linked(token);
        unsubscribe.handle(linked);
        return show(token, linked);
    }

    private LinkedDelivery linked(String token) {
        return links.find(token).orElseThrow(LinkNotFound::new);
    }

    private ResponseEntity<String> show(String token, LinkedDelivery linked) {
        var shown = page.of(linked);
        var context = new Context(shown.language().locale());
        context.setVariable("language", shown.language());
        var words = PageWords.in(shown.language());
        context.setVariable("words", words);
        context.setVariable("title", Objects.requireNonNullElseGet(shown.title(), () -> words.say("waiting.title")));
        context.setVariable("shown", shown);
        context.setVariable("acknowledged", linked.acknowledged());
        context.setVariable("paused", unsubscribe.isPaused(linked));
        context.setVariable("path", "/m/" + token);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(templates.process("member-link/page", context));
    }
}
