package org.tocsin.platform.signing;

import java.security.PublicKey;
import java.util.HashMap;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.tocsin.platform.settings.WrongSettings;

/** Signer and verifier for whoever asks for them; a key that is then missing stops the start. */
@AutoConfiguration
@EnableConfigurationProperties(SigningProperties.class)
class SigningAutoConfiguration {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    Signer signer(SigningProperties properties) {
        if (properties.keyId() == null) {
            throw new WrongSettings("tocsin.signing.key-id is not set");
        }
        var key = PemKeys.privateKey("tocsin.signing.private-key-file", properties.privateKeyFile());
        return new Ed25519Signer(properties.keyId(), key);
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    Verifier verifier(SigningProperties properties) {
        if (properties.publicKeys().isEmpty()) {
            throw new WrongSettings("tocsin.signing.public-keys is not set: a key id and the file of its public key");
        }
        var keys = new HashMap<String, PublicKey>();
        properties
                .publicKeys()
                .forEach((id, file) -> keys.put(id, PemKeys.publicKey("tocsin.signing.public-keys." + id, file)));
        return new Ed25519Verifier(keys);
    }
}
