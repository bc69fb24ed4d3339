package org.teleost.cluster.keys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.teleost.experiment.cluster.ClusterAddress;
import org.teleost.experiment.cluster.ConnectionFinding;

/** Tries the way to a master step by step: name, connection, keys, handshake. */
public final class ConnectionCheck {
    private static final int CONNECT_MILLIS = 3000;
    private static final int ANSWER_MILLIS = 1500;

    private final ClusterAddress master;
    private final Optional<Path> keys;
    private final List<ConnectionFinding> findings = new ArrayList<>();

    private ConnectionCheck(ClusterAddress master, Optional<Path> keys) {
        this.master = master;
        this.keys = keys;
    }

    /** What was found, up to the first thing that is wrong. */
    public static List<ConnectionFinding> examine(ClusterAddress master, Optional<Path> keys) {
        ConnectionCheck check = new ConnectionCheck(master, keys);
        check.run();
        return check.findings;
    }

    private void run() {
        InetAddress host;
        try {
            host = InetAddress.getByName(master.host());
            found("master's host", master.host() + " is " + host.getHostAddress(), "");
        } catch (UnknownHostException e) {
            found(
                    "master's host",
                    "'" + master.host() + "' is unknown",
                    "write its address, or enter it in the resolver");
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, master.port()), CONNECT_MILLIS);
            found("master's port", "somebody listens on " + master, "");
            if (keys.isPresent()) {
                handshake(socket, KeyFolder.open(keys.get()));
            } else {
                plain(socket);
            }
        } catch (SocketTimeoutException e) {
            found(
                    "master's port",
                    "no answer of " + master + " for " + CONNECT_MILLIS + " ms",
                    "a firewall drops it, or the host is down; open TCP port " + master.port());
        } catch (IOException e) {
            found(
                    "master's port",
                    master + ": " + e.getMessage(),
                    "start the master there with --cluster " + master + ", or correct the port");
        } catch (IllegalArgumentException e) {
            found("keys", e.getMessage(), "copy DIR/worker of 'teleost cluster keys DIR' from the master's machine");
        }
    }

    private void handshake(Socket socket, KeyFolder folder) throws IOException {
        socket.setSoTimeout(ANSWER_MILLIS);
        try (SSLSocket tls = (SSLSocket)
                folder.context().getSocketFactory().createSocket(socket, master.host(), master.port(), false)) {
            tls.startHandshake();
            found("master's key", "signed by our authority: " + tls.getSession().getPeerPrincipal(), "");
            try {
                // whether the master takes our key comes after the handshake
                tls.getInputStream().read();
                found("worker's key", "the master has closed the connection", "look at what it says");
            } catch (SocketTimeoutException e) {
                found("worker's key", "the master takes it", "");
            }
        } catch (SocketTimeoutException e) {
            found(
                    "master's key",
                    "no handshake within " + ANSWER_MILLIS + " ms",
                    "the master runs without keys: give it --keys, or leave them out here");
        } catch (SSLException e) {
            String text = String.valueOf(e.getMessage());
            boolean theirs = text.contains("alert");
            found(
                    theirs ? "worker's key" : "master's key",
                    theirs ? "the master doesn't take it: " + text : "it is not signed by our authority: " + text,
                    "take the keys of both sides from one 'teleost cluster keys DIR'");
        }
    }

    /** A master with keys shows its certificate, which nobody but us trusts; one without closes the connection. */
    private void plain(Socket socket) throws IOException {
        socket.setSoTimeout(ANSWER_MILLIS);
        boolean secured;
        SSLSocketFactory strangers = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (SSLSocket tls = (SSLSocket) strangers.createSocket(socket, master.host(), master.port(), false)) {
            tls.startHandshake();
            secured = true;
        } catch (SSLException e) {
            secured = String.valueOf(e.getMessage()).contains("PKIX");
        } catch (SocketTimeoutException | SocketException e) {
            secured = false;
        }
        if (secured) {
            found(
                    "keys",
                    "the master wants keys",
                    "give the worker's: --keys worker, from 'teleost cluster keys DIR' of the master's machine");
        } else {
            found("keys", "the master wants none", "");
        }
    }

    private void found(String name, String value, String advice) {
        findings.add(new ConnectionFinding(name, value, advice));
    }
}
