package org.teleost.cluster.link;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.teleost.cluster.keys.KeyFolder;
import org.teleost.experiment.cluster.ClusterAddress;
import scala.concurrent.Await;

/** Actor systems with our settings. */
final class Systems {
    /** Name of all actor systems: a part of every address. */
    static final String NAME = "teleost";

    private Systems() {}

    /**
     * Starts one that listens.
     *
     * @param master whether it is the master's, which decides who is lost
     * @throws IllegalArgumentException if it can't listen there, or the keys can't be used
     */
    static ActorSystem start(ClusterAddress address, Optional<Path> keys, boolean master) {
        if (keys.isEmpty() && !address.loopback()) {
            throw new IllegalArgumentException("address " + address + " is reachable for others, and nothing would tell"
                    + " workers from strangers; make keys with 'teleost cluster keys DIR' and give --keys, or stay on"
                    + " this machine with 127.0.0.1");
        }
        String host = resolved(address.host());
        requireFree(address, host);
        Map<String, Object> settings = new HashMap<>();
        settings.put("pekko.remote.artery.canonical.hostname", host);
        settings.put("pekko.remote.artery.canonical.port", address.port());
        settings.put("pekko.cluster.roles", master ? List.of(MasterDowning.MASTER) : List.of());
        keys.map(KeyFolder::open).ifPresent(folder -> settings.putAll(folder.settings()));
        // -Dpekko.loglevel=INFO shows more of what Pekko says
        Config config = ConfigFactory.systemProperties()
                .withFallback(ConfigFactory.parseMap(settings))
                .withFallback(ConfigFactory.parseResources(Systems.class.getClassLoader(), "teleost-cluster.conf"))
                .withFallback(ConfigFactory.defaultReference(Systems.class.getClassLoader()))
                .resolve();
        return ActorSystem.create(NAME, config, Systems.class.getClassLoader());
    }

    /** Numbers, so that both sides write an address in the same way. */
    static String resolved(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "host '" + host + "' is unknown; name one that this machine's resolver"
                            + " knows, or write its address",
                    e);
        }
    }

    /** Says in one line what Pekko says in many. */
    private static void requireFree(ClusterAddress address, String host) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, address.port()));
        } catch (BindException e) {
            throw new IllegalArgumentException(
                    "can't listen on " + address + ": " + e.getMessage()
                            + "; choose another port, 0 for any free one, or an address of this machine",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("can't listen on " + address + ": " + e.getMessage(), e);
        }
    }

    /** Ends a system; waits a few seconds at most. */
    static void end(ActorSystem system) {
        system.terminate();
        try {
            Await.ready(system.whenTerminated(), scala.concurrent.duration.Duration.create(5, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            // its threads are daemons
            system.log().debug("ends slowly");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Time between two signs of life. */
    static Duration beat() {
        return Duration.ofMillis(500);
    }
}
