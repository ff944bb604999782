package org.tocsin.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** What the issuer signs with. */
record SigningKey(RSAKey key) {
    private static final int BITS = 2048;

    static SigningKey in(@Nullable Path folder) {
        try {
            if (folder == null) {
                return make();
            }
            var file = folder.resolve("issuer-key.json");
            if (!Files.exists(file)) {
                var made = make();
                Files.createDirectories(folder);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, made.key().toJSONString());
                return made;
            }
            return new SigningKey(RSAKey.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer's key could not be kept", e);
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's key file is not one", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + key.getKeyID() + "]";
    }

    private static SigningKey make() {
        try {
            return new SigningKey(
                    new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA on this machine", e);
        }
    }
}
