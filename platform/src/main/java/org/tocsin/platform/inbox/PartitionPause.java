package org.tocsin.platform.inbox;

import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.ContainerPausingBackOffHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Holds one partition for a while; the consumer goes on polling, keeps its place in the group and its other partitions. */
class PartitionPause implements DisposableBean {

    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private final BackOffHandler handler;

    PartitionPause() {
        scheduler.setThreadNamePrefix("partition-pause-");
        scheduler.setDaemon(true);
        scheduler.initialize();
        handler = new ContainerPausingBackOffHandler(new ListenerContainerPauseService(null, scheduler));
    }

    BackOffHandler handler() {
        return handler;
    }

    void pause(MessageListenerContainer container, TopicPartition partition, Duration time) {
        handler.onNextBackOff(container, partition, time.toMillis());
    }

    @Override
    public void destroy() {
        scheduler.destroy();
    }
}
