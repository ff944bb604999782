package org.tocsin.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Pasted text is never refused for a character a database cannot store: NUL is dropped on the way in. */
final class PastedText extends SimpleModule {

    PastedText() {
        super("pasted-text");
        addDeserializer(String.class, new WithoutNul());
    }

    private static final class WithoutNul extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                context.handleUnexpectedToken(String.class, parser); // a number is not a text
            }
            var text = super.deserialize(parser, context);
            return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        }
    }
}
