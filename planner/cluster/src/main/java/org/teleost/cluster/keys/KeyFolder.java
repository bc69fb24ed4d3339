package org.teleost.cluster.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.teleost.storage.WriteFailure;

/**
 * The keys of a master or a worker: key.p12 with its key and certificates, trust.p12 with the authority's, and the
 * password of both.
 */
public final class KeyFolder {
    static final String KEY = "key.p12";
    static final String TRUST = "trust.p12";
    static final String PASSWORD = "password";
    static final String ALIAS = "teleost";

    private final Path folder;
    private final String password;

    private KeyFolder(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /**
     * Opens a folder.
     *
     * @throws IllegalArgumentException if something is missing, doesn't fit together or has expired; names it with a
     *     way out
     */
    public static KeyFolder open(Path folder) {
        for (String name : new String[] {KEY, TRUST, PASSWORD}) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new IllegalArgumentException("--keys " + folder + ": no " + name
                        + " there; make keys with 'teleost" + " cluster keys DIR' and name DIR/master or DIR/worker");
            }
        }
        try {
            String password = Files.readString(folder.resolve(PASSWORD), StandardCharsets.UTF_8)
                    .strip();
            KeyFolder keys = new KeyFolder(folder, password);
            keys.check();
            return keys;
        } catch (IOException e) {
            throw new IllegalArgumentException("--keys " + folder + ": can't be read: " + WriteFailure.reason(e), e);
        }
    }

    private void check() throws IOException {
        X509Certificate own = certificate(KEY);
        Instant now = Instant.now();
        if (now.isBefore(own.getNotBefore().toInstant())
                || now.isAfter(own.getNotAfter().toInstant())) {
            throw new IllegalArgumentException("--keys " + folder + ": the certificate is valid from "
                    + own.getNotBefore().toInstant() + " to "
                    + own.getNotAfter().toInstant() + ", this machine's clock says "
                    + now + "; set the clock, or make keys anew with 'teleost cluster keys DIR'");
        }
        try {
            own.verify(certificate(TRUST).getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "--keys " + folder + ": " + KEY + " is not signed by the authority in " + TRUST
                            + "; copy both from one 'teleost cluster keys DIR'",
                    e);
        }
    }

    private X509Certificate certificate(String name) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            if (store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new IllegalArgumentException(
                    "--keys " + folder + ": " + name + " holds no certificate '" + ALIAS + "'");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "--keys " + folder + ": " + name + " is no key store: " + e.getMessage(), e);
        }
    }

    /** The keys for connections of the JDK's. */
    SSLContext context() {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(
                    KeyStore.getInstance(folder.resolve(KEY).toFile(), password.toCharArray()), password.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(folder.resolve(TRUST).toFile(), password.toCharArray()));
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("--keys " + folder + ": can't be used: " + e.getMessage(), e);
        }
    }

    /** Pekko's settings for mutual TLS with these keys. */
    public Map<String, Object> settings() {
        String ssl = "pekko.remote.artery.ssl.config-ssl-engine.";
        return Map.of(
                "pekko.remote.artery.transport",
                "tls-tcp",
                ssl + "key-store",
                folder.resolve(KEY).toString(),
                ssl + "trust-store",
                folder.resolve(TRUST).toString(),
                ssl + "key-store-password",
                password,
                ssl + "key-password",
                password,
                ssl + "trust-store-password",
                password,
                ssl + "protocol",
                "TLSv1.3",
                ssl + "enabled-algorithms",
                List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"),
                ssl + "require-mutual-authentication",
                "on",
                // keys are the cluster's, not a host's: addresses change, the authority signs for this cluster alone
                ssl + "hostname-verification",
                "off");
    }
}
