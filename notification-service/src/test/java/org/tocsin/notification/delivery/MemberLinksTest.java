package org.tocsin.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberLinksTest {

    private static final UUID APPEAL = UUID.randomUUID();
    private static final UUID CONTACT = UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void givesAResendTheSameLink() throws IOException {
        var id = new FanOutId(APPEAL, 4);
        assertThat(links(1).of(id, CONTACT)).isEqualTo(links(1).of(id, CONTACT));
    }

    @Test
    void differsByAppealIssueContactAndKey() throws IOException {
        var links = links(1);
        var page = links.of(new FanOutId(APPEAL, 4), CONTACT).page();
        assertThat(page)
                .isNotEqualTo(
                        links.of(new FanOutId(UUID.randomUUID(), 4), CONTACT).page());
        assertThat(page).isNotEqualTo(links.of(new FanOutId(APPEAL, 5), CONTACT).page());
        assertThat(page)
                .isNotEqualTo(
                        links.of(new FanOutId(APPEAL, 4), UUID.randomUUID()).page());
        assertThat(page)
                .isNotEqualTo(links(2).of(new FanOutId(APPEAL, 4), CONTACT).page());
    }

    @Test
    void carries128BitsUnderTheBaseAddress() throws IOException {
        var links = links(1).of(new FanOutId(APPEAL, 4), CONTACT);
        assertThat(links.page().toString()).matches("https://tocsin\\.example/m/[A-Za-z0-9_-]{22}");
        assertThat(links.unsubscribe().toString()).isEqualTo(links.page() + "/unsubscribe");
    }

    private MemberLinks links(int key) throws IOException {
        var bytes = new byte[32];
        bytes[0] = (byte) key;
        var file = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(bytes));
        return new MemberLinks(new LinkProperties(file, URI.create("https://tocsin.example"), Duration.ofDays(30)));
    }
}
