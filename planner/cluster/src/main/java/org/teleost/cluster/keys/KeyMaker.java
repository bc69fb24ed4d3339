package org.teleost.cluster.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.teleost.storage.WriteFailure;

/** Makes an authority, and keys for a master and for workers that it signs. */
public final class KeyMaker {
    private static final String AUTHORITY = "authority";
    private static final String DAYS = "730";
    private static final String[] ROLES = {"master", "worker"};

    private final Path folder;

    private KeyMaker(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes them; a few seconds.
     *
     * @param folder new or empty
     * @return lines for people
     */
    public static List<String> make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new IllegalArgumentException(
                            folder + " is not empty; keys that exist are not replaced, choose another DIR");
                }
            }
        }
        new KeyMaker(folder).make();
        return List.of(
                "keys in " + folder + ", valid for " + DAYS + " days:",
                "  " + folder.resolve("master") + "   stays on the master's machine: --cluster HOST:PORT --keys "
                        + folder.resolve("master"),
                "  " + folder.resolve("worker") + "   copy it to every worker: teleost worker --join HOST:PORT --keys"
                        + " worker",
                "  " + folder.resolve(AUTHORITY) + "   signs more keys; keep it off the network");
    }

    private void make() throws IOException {
        createPrivate(folder);
        Path authority = folder.resolve(AUTHORITY);
        char[] password = newFolder(authority);
        keytool(authority, KeyFolder.ALIAS, "CN=Teleost cluster authority", "bc:c=ca:true", "ku:c=keyCertSign");
        for (String role : ROLES) {
            keytool(authority, role, "CN=Teleost " + role, "eku=serverAuth,clientAuth", "-signer", KeyFolder.ALIAS);
        }
        try {
            Path all = authority.resolve(KeyFolder.KEY);
            KeyStore made = KeyStore.getInstance(all.toFile(), password);
            Certificate root = made.getCertificate(KeyFolder.ALIAS);
            for (String role : ROLES) {
                Path own = folder.resolve(role);
                char[] secret = newFolder(own);
                KeyStore key = empty();
                key.setKeyEntry(KeyFolder.ALIAS, made.getKey(role, password), secret, made.getCertificateChain(role));
                write(key, own.resolve(KeyFolder.KEY), secret);
                KeyStore trust = empty();
                trust.setCertificateEntry(KeyFolder.ALIAS, root);
                write(trust, own.resolve(KeyFolder.TRUST), secret);
                made.deleteEntry(role);
            }
            write(made, all, password);
        } catch (GeneralSecurityException e) {
            throw WriteFailure.because(folder, e.getMessage(), new IOException(e));
        }
        privately();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void write(KeyStore store, Path file, char[] password) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
    }

    /** Files stay their owner's also after the folder was copied. */
    private void privately() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (posix(file)) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    /** Makes a pair of keys in the authority's store; the password goes by file, as other users see command lines. */
    private static void keytool(Path authority, String alias, String name, String extension, String... more)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-ext",
                extension));
        if (more.length == 1) {
            command.add("-ext");
        }
        command.addAll(List.of(more));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", DAYS));
        command.addAll(
                List.of("-keystore", KeyFolder.KEY, "-storetype", "PKCS12", "-storepass:file", KeyFolder.PASSWORD));
        Process process = new ProcessBuilder(command)
                .directory(authority.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw WriteFailure.because(authority, "keytool: " + output.strip(), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A folder that only its owner sees, with a new password in it. */
    private static char[] newFolder(Path own) throws IOException {
        createPrivate(own);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.writeString(own.resolve(KeyFolder.PASSWORD), password, StandardCharsets.UTF_8);
        return password.toCharArray();
    }

    private static void createPrivate(Path path) throws IOException {
        try {
            if (posix(path.toAbsolutePath().getRoot())) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(path);
            }
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        }
    }

    private static boolean posix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
