package org.teleost.cluster.link;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.AbstractActorWithTimers;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.Props;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.ClusterEvent;
import org.apache.pekko.cluster.ClusterEvent.ReachableMember;
import org.apache.pekko.cluster.ClusterEvent.UnreachableMember;
import org.apache.pekko.cluster.DowningProvider;
import org.apache.pekko.cluster.Member;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/**
 * Who decides that a member is lost: the master alone, after some seconds. Workers never do: one that was stopped for a
 * while and goes on finds nobody reachable, and by the rules for members of equal rank the others would then take it
 * and the master for halves of a torn network and end both. A worker that hears nothing leaves by itself.
 */
public final class MasterDowning extends DowningProvider {
    /** The role of a master. */
    static final String MASTER = "master";

    private static final Duration LOST_AFTER = Duration.ofSeconds(5);

    private final ActorSystem system;

    /** Made by Pekko, by its name in teleost-cluster.conf. */
    public MasterDowning(ActorSystem system) {
        this.system = system;
    }

    @Override
    public FiniteDuration downRemovalMargin() {
        return FiniteDuration.create(0, TimeUnit.SECONDS);
    }

    @Override
    public Option<Props> downingActorProps() {
        boolean master =
                system.settings().config().getStringList("pekko.cluster.roles").contains(MASTER);
        return master ? Option.apply(Props.create(Undertaker.class, Undertaker::new)) : Option.empty();
    }

    /** Downs members that stay unreachable. */
    private static final class Undertaker extends AbstractActorWithTimers {
        private enum Look {
            LOOK
        }

        private final Cluster cluster = Cluster.get(getContext().getSystem());
        private final Map<Address, Long> unreachable = new HashMap<>();

        @Override
        public void preStart() {
            cluster.subscribe(getSelf(), ClusterEvent.initialStateAsEvents(), ClusterEvent.ReachabilityEvent.class);
            getTimers().startTimerWithFixedDelay(Look.LOOK, Look.LOOK, Systems.beat());
        }

        @Override
        public void postStop() {
            cluster.unsubscribe(getSelf());
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(UnreachableMember.class, event -> lost(event.member()))
                    .match(
                            ReachableMember.class,
                            event -> unreachable.remove(event.member().address()))
                    .match(Look.class, look -> bury())
                    .build();
        }

        private void lost(Member member) {
            if (!member.address().equals(cluster.selfAddress())) {
                unreachable.putIfAbsent(member.address(), System.nanoTime());
            }
        }

        private void bury() {
            long before = System.nanoTime() - LOST_AFTER.toNanos();
            unreachable.entrySet().removeIf(entry -> {
                boolean over = entry.getValue() - before < 0;
                if (over) {
                    cluster.down(entry.getKey());
                }
                return over;
            });
        }
    }
}
