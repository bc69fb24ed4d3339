package org.teleost.experiments.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.teleost.control.ControlSession;
import org.teleost.control.Fallback;
import org.teleost.control.SessionSetup;
import org.teleost.control.WhileActing;
import org.teleost.experiments.json.Json;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Budget;

/**
 * The sessions of one client and the requests to them. Every request gets one answer with its id. Requests to one
 * session are answered in order, those to different sessions side by side. Bounded: sessions, requests that wait, the
 * length of a line, and each session's memory by its settings.
 */
public final class SessionServer implements AutoCloseable {
    /** Longest line that is read. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final int WAITING = 64;

    /** A session and the thread that answers for it. */
    private record Open(ServedSession session, ThreadPoolExecutor thread) {}

    private final SessionFactory factory;
    private final Budget usual;
    private final Room room;
    private final UnaryOperator<Path> files;
    private final Consumer<String> out;
    private final Map<String, Open> sessions = new HashMap<>();

    /**
     * A server without sessions.
     *
     * @param usual what a decision may spend whose request does not say
     * @param room for sessions; several servers may share it
     * @param files where a client's file is, or an IllegalArgumentException that says why it may not be
     * @param out takes answers, a line each without its end; called by several threads, one at a time
     */
    public SessionServer(
            SessionFactory factory, Budget usual, Room room, UnaryOperator<Path> files, Consumer<String> out) {
        this.factory = factory;
        this.usual = usual;
        this.room = room;
        this.files = files;
        this.out = out;
    }

    /** How many sessions may be open at once. */
    public static final class Room {
        private final int most;
        private final Semaphore free;

        /** Room for so many. */
        public Room(int most) {
            this.most = most;
            free = new Semaphore(most);
        }

        /** Sessions that are open. */
        public int taken() {
            return most - free.availablePermits();
        }
    }

    /** Takes one line; blank ones are passed over. */
    public void accept(String line) {
        long arrived = System.nanoTime();
        if (line.isBlank()) {
            return;
        }
        Request request;
        try {
            if (line.length() > LONGEST_LINE) {
                throw new RequestException("line of " + line.length() + " characters; at most " + LONGEST_LINE);
            }
            request = Request.parse(line, arrived);
        } catch (RequestException e) {
            ObjectNode answer = Json.object();
            answer.putNull("id");
            send(fail(answer, e));
            return;
        }
        dispatch(request);
    }

    private void dispatch(Request request) {
        try {
            String op = request.text("op", "");
            String name = request.text("session", "");
            if (op.equals("open")) {
                answer(request, answer -> open(name, request, answer));
                return;
            }
            Open session = sessions.get(name);
            if (session == null) {
                throw new RequestException("session=" + name + " is not open; open: " + sessions.keySet());
            }
            if (op.equals("close")) {
                sessions.remove(name);
                session.thread.execute(() -> answer(request, answer -> end(session)));
                session.thread.shutdown();
            } else {
                session.thread.execute(() -> answer(request, answer -> session.session.answer(op, request, answer)));
            }
        } catch (RejectedExecutionException e) {
            answer(request, answer -> {
                throw new RequestException(
                        "requests waiting=" + WAITING + " for this session; wait for the answers to some");
            });
        } catch (RequestException e) {
            answer(request, answer -> {
                throw e;
            });
        }
    }

    /** Fills an answer in. */
    private interface Work {
        void into(ObjectNode answer) throws IOException;
    }

    private void answer(Request request, Work work) {
        ObjectNode answer = Json.object();
        answer.set("id", request.id());
        answer.put("ok", true);
        try {
            work.into(answer);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            ObjectNode failed = Json.object();
            failed.set("id", request.id());
            answer = fail(failed, e);
        }
        send(answer);
    }

    private static ObjectNode fail(ObjectNode answer, Throwable e) {
        String text = e.getMessage() == null ? e.toString() : e.getMessage();
        return answer.put("ok", false).put("error", text);
    }

    private synchronized void send(ObjectNode answer) {
        out.accept(Json.line(answer));
    }

    private void open(String name, Request request, ObjectNode answer) throws IOException {
        if (sessions.containsKey(name)) {
            throw new RequestException("session=" + name + " is open already; give another name");
        }
        if (!room.free.tryAcquire()) {
            throw new RequestException(
                    "sessions=" + room.most + " are open already; close one, or serve with --sessions");
        }
        boolean opened = false;
        try {
            openInRoom(name, request, answer);
            opened = true;
        } finally {
            if (!opened) {
                room.free.release();
            }
        }
    }

    private void openInRoom(String name, Request request, ObjectNode answer) throws IOException {
        long instance = request.has("instance") ? request.whole("instance") : 0;
        SessionSetup setup = factory.setUp(name, instance, request.texts("set"));
        GenerativeModel model = setup.model();
        setup.whileActing(acting(request.text("while_acting", "rest")));
        if (request.has("fallback")) {
            setup.fallback(fallback(model, request));
        }
        ControlSession session = setup.open();
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), run -> {
                    Thread made = new Thread(run, "teleost-serve-" + name);
                    made.setDaemon(true);
                    return made;
                });
        sessions.put(name, new Open(new ServedSession(session, model, usual, files), thread));
        describe(model, name, answer);
    }

    private static Fallback fallback(GenerativeModel model, Request request) {
        if (model.layout().action().size() == 0) {
            return Fallback.action(request.small("fallback", 0, model.actionCount() - 1));
        }
        float[] lanes = request.floats("fallback");
        model.layout().action().check(lanes);
        return Fallback.lanes(lanes);
    }

    private static WhileActing acting(String text) {
        for (WhileActing choice : WhileActing.values()) {
            if (choice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return choice;
            }
        }
        throw new RequestException("while_acting=" + text + "; allowed: rest, plan-on-half, plan");
    }

    private static void describe(GenerativeModel model, String name, ObjectNode answer) {
        answer.put("session", name);
        answer.put("model", model.name());
        answer.put("discount", model.discount());
        answer.put("observationCount", model.observationCount());
        answer.put("actionCount", model.actionCount());
        ArrayNode lanes = answer.putArray("lanes");
        model.layout().action().names().forEach(lanes::add);
    }

    /** Closes all sessions and waits for their threads. */
    @Override
    public void close() {
        List<Open> open = new ArrayList<>(sessions.values());
        sessions.clear();
        for (Open each : open) {
            each.thread.shutdown();
        }
        for (Open each : open) {
            try {
                // what was asked before the end of the input is answered
                each.thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            end(each);
        }
    }

    private void end(Open session) {
        session.session.close();
        room.free.release();
    }

    /** Closes all sessions, those that decide included, when nobody is there for the answers. */
    public void abandon() {
        List<Open> open = new ArrayList<>(sessions.values());
        sessions.clear();
        for (Open each : open) {
            each.thread.shutdownNow();
            end(each);
        }
    }
}
