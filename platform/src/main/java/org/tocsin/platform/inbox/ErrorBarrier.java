package org.tocsin.platform.inbox;

import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;

/**
 * Wraps each function bean so that no {@link Error} leaves it: one would pass by the container's error handler and
 * stop the consumer, while its binding went on claiming to run.
 */
class ErrorBarrier implements BeanPostProcessor {

    private final Environment environment;

    ErrorBarrier(Environment environment) {
        this.environment = environment;
    }

    @Override
    @SuppressWarnings("unchecked") // the name belongs to a bean of this type
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof Consumer<?> consumer
                        && Bindings.defined(environment).contains(beanName)
                ? new Guarded((Consumer<Message<byte[]>>) consumer)
                : bean;
    }

    private record Guarded(Consumer<Message<byte[]>> consumer) implements Consumer<Message<byte[]>> {
        @Override
        public void accept(Message<byte[]> message) {
            try {
                consumer.accept(message);
            } catch (Error e) {
                throw new PoisonRecord(PoisonRecord.Reason.HANDLER_FAILED);
            }
        }
    }
}
