package org.tocsin.notification.delivery;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tocsin.notification.channel.ChannelType;
import org.tocsin.notification.channel.Content;
import org.tocsin.notification.channel.SmsContent;
import org.tocsin.notification.delivery.DueFanOut.Variant;
import org.tocsin.notification.rendering.IssuedAppeal;
import org.tocsin.notification.rendering.PersonName;
import org.tocsin.notification.rendering.Renderer;
import org.tocsin.notification.rendering.SmsWriter;
import org.tocsin.platform.sealing.KeyUnavailable;

/** Writes each message of a fan-out once, however many members get it. */
@Component
class WriteMessages {

    private final Names names;
    private final Renderer renderer;
    private final SmsWriter sms;

    WriteMessages(Names names, Renderer renderer, SmsWriter sms) {
        this.names = names;
        this.renderer = renderer;
        this.sms = sms;
    }

    /** What writing came to. */
    sealed interface Written {
        /** @param contents without those that show names while the key of the names cannot be had */
        record Ready(Map<Variant, Content> contents) implements Written {}

        record Never(RowReason reason) implements Written {}
    }

    Written handle(IssuedAppeal appeal, ChannelType channel, DueFanOut due) {
        return switch (channel) {
            case EMAIL -> mails(appeal, due);
            case SMS ->
                new Written.Ready(due.variants().stream()
                        .collect(Collectors.toUnmodifiableMap(Function.identity(), variant -> text(appeal, variant))));
        };
    }

    private Content text(IssuedAppeal appeal, Variant variant) {
        return new SmsContent(page -> sms.write(appeal, variant.language(), variant.contentClass(), page));
    }

    private Written mails(IssuedAppeal appeal, DueFanOut due) {
        if (due.variants().stream().noneMatch(Variant::showsNames)) {
            return render(appeal, due.variants().stream(), Map.of());
        }
        try {
            return switch (names.open(appeal)) {
                case Names.OpenedNames.Clear(var byToken) -> render(appeal, due.variants().stream(), byToken);
                case Names.OpenedNames.Shredded() -> new Written.Never(RowReason.KEY_SHREDDED);
                case Names.OpenedNames.Forged() -> new Written.Never(RowReason.NAMES_FORGED);
            };
        } catch (KeyUnavailable e) {
            return render(appeal, due.variants().stream().filter(variant -> !variant.showsNames()), Map.of());
        }
    }

    private Written render(IssuedAppeal appeal, Stream<Variant> variants, Map<String, PersonName> byToken) {
        return new Written.Ready(variants.collect(Collectors.toUnmodifiableMap(
                Function.identity(),
                variant -> renderer.render(appeal, variant.language(), variant.contentClass(), byToken)
                        .content())));
    }
}
