package org.teleost.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** The same episodes on several threads at once equal those on one thread: the model shares no mutable state. */
final class SharingCheck implements Check {
    private static final long PURPOSE = 140;
    private static final int ROUNDS = 4;

    @Override
    public String name() {
        return "sharing";
    }

    @Override
    public void run(Subject subject) {
        if (subject.reached.isEmpty()) {
            return;
        }
        int episodes = subject.settings.episodes() * ROUNDS;
        long[] serial = new long[episodes];
        run(subject, serial, 0, 1);
        long[] parallel = new long[episodes];
        parallel(subject, parallel);
        int different = 0;
        int first = -1;
        for (int i = 0; i < episodes; i++) {
            if (serial[i] != parallel[i]) {
                different++;
                first = first < 0 ? i : first;
            }
        }
        if (different > 0) {
            subject.at(-1, -1, first);
            subject.error(different + " of " + episodes + " episodes differ between 1 thread and "
                    + subject.settings.threads()
                    + " threads; the model keeps mutable state, move it into the state's lanes or local variables");
        }
    }

    private static void parallel(Subject subject, long[] digests) {
        int threads = subject.settings.threads();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(threads);
            List<Future<?>> futures = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int worker = t;
                futures.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    run(subject, digests, worker, threads);
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            subject.threw(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the parallel run", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void run(Subject subject, long[] digests, int first, int stride) {
        State state = subject.newState();
        Outcome out = new Outcome();
        RandomStream stream = new RandomStream(subject.settings.seed());
        for (int episode = first; episode < digests.length; episode += stride) {
            stream.startEpisode(subject.settings.seed(), PURPOSE, episode);
            digests[episode] = episode(subject, state, stream, out);
        }
    }

    private static long episode(Subject subject, State state, RandomStream stream, Outcome out) {
        GenerativeModel model = subject.model;
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        long hash = Lanes.digest(state);
        for (int step = 0; step < subject.settings.steps(); step++) {
            stream.startDepth(step + 1);
            hash = fold(hash, Double.doubleToLongBits(model.heuristicValue(state)));
            int action = subject.walkAction(state, stream);
            if (action < 0) {
                return hash;
            }
            model.step(state, action, stream, out);
            hash = fold(fold(hash, action), Lanes.digest(state));
            hash = fold(fold(hash, Double.doubleToLongBits(out.reward)), out.observation);
            if (out.terminal) {
                return fold(hash, 1);
            }
            hash = fold(hash, Double.doubleToLongBits(model.logLikelihood(out.observation, action, state)));
            model.updateHistory(state, action, out.observation);
        }
        return hash;
    }

    private static long fold(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
