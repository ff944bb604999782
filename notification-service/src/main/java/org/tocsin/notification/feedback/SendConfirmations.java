package org.tocsin.notification.feedback;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;
import org.tocsin.notification.channel.Channel;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.Channels;
import org.tocsin.notification.channel.MailContent;
import org.tocsin.notification.channel.OutgoingMessage;
import org.tocsin.notification.channel.SendResult;
import org.tocsin.notification.delivery.MemberLinks;
import org.tocsin.notification.feedback.Confirmations.Confirmation;
import org.tocsin.notification.member.Members;
import org.tocsin.platform.language.Language;

/** Tells another contact of a member that one of its contacts was paused. */
@Service
class SendConfirmations {

    private final Confirmations confirmations;
    private final Members members;
    private final MemberLinks links;
    private final Channels channels;

    SendConfirmations(Confirmations confirmations, Members members, MemberLinks links, Channels channels) {
        this.confirmations = confirmations;
        this.members = members;
        this.links = links;
        this.channels = channels;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void run() {
        channels.of(ChannelType.EMAIL).ifPresent(channel -> {
            var due = confirmations.claimDue();
            if (!due.isEmpty()) {
                send(channel, due);
            }
        });
    }

    private void send(Channel channel, List<Confirmation> due) {
        var addresses =
                members.addresses(due.stream().map(Confirmation::contactId).toList());
        var byId = due.stream().collect(Collectors.toMap(Confirmation::id, Function.identity()));
        var messages = due.stream()
                .map(confirmation -> new OutgoingMessage(
                        confirmation.id(),
                        null,
                        Objects.requireNonNull(addresses.get(confirmation.contactId()))
                                .value(),
                        confirmation.plannedAt(),
                        content(confirmation.language()),
                        links.of(confirmation.fanOut(), confirmation.contactId())))
                .toList();
        channel.send(
                messages, (message, result) -> settle(Objects.requireNonNull(byId.get(message.deliveryId())), result));
    }

    private void settle(Confirmation confirmation, SendResult result) {
        switch (result) {
            case SendResult.Sent _ -> confirmations.settle(confirmation.id(), "ACCEPTED");
            case SendResult.Refused _ -> confirmations.settle(confirmation.id(), "FAILED");
            case SendResult.InDoubt _ -> confirmations.settle(confirmation.id(), "IN_DOUBT");
            case SendResult.Deferred _, SendResult.Withheld _ -> {
                if (confirmation.isLastAttempt()) {
                    confirmations.settle(confirmation.id(), "FAILED");
                }
            }
        }
    }

    private static MailContent content(Language language) {
        var words = PageWords.in(language);
        var subject = words.say("confirmation.subject");
        var text = words.say("confirmation.text");
        var html =
                "<!DOCTYPE html><html lang=\"%s\" dir=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head><body><p>%s</p></body></html>"
                        .formatted(
                                language.tag(),
                                language.rightToLeft() ? "rtl" : "ltr",
                                HtmlUtils.htmlEscape(subject, "UTF-8"),
                                HtmlUtils.htmlEscape(text, "UTF-8"));
        return new MailContent(language, subject, text + "\n", html);
    }
}
