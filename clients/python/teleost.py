"""Teleost's control sessions from Python: starts `teleost serve PROBLEM` and talks to it, see docs/serve.md.

    import teleost
    with teleost.Server(["./teleost", "serve", "tiger"]) as server:
        session = server.open(fallback=0)
        decision = session.decide(deadline_ms=100)
        session.observe(decision["action"], observation=0)

Needs the standard library only. One thread per server, or a lock around it.
"""

import json
import subprocess


class TeleostError(RuntimeError):
    """A request that the server refused, or a server that is gone."""


class Server:
    """A running server; sessions are opened with open()."""

    def __init__(self, command):
        self._process = subprocess.Popen(
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        self._ids = 0
        self._names = 0

    def request(self, **members):
        """Sends one request and returns its answer; raises TeleostError when it was refused."""
        self._ids += 1
        members["id"] = self._ids
        try:
            self._process.stdin.write(json.dumps(members) + "\n")
            self._process.stdin.flush()
        except OSError as error:
            raise TeleostError("the server is gone: %s" % error) from error
        line = self._process.stdout.readline()
        if not line:
            raise TeleostError("the server is gone, exit code %s" % self._process.wait())
        answer = json.loads(line)
        if not answer["ok"]:
            raise TeleostError(answer["error"])
        return answer

    def open(self, instance=0, settings=None, fallback=None, while_acting="rest"):
        """Opens a session; fallback is the action to take when there is no plan in time."""
        self._names += 1
        name = "s%d" % self._names
        facts = self.request(op="open", session=name, instance=instance, set=settings or {},
                             fallback=fallback, while_acting=while_acting)
        return Session(self, name, facts)

    def close(self):
        """Ends the server and all its sessions."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait(timeout=90)
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Session:
    """One control session; facts has the model's name, discount, actionCount, observationCount and lanes."""

    def __init__(self, server, name, facts):
        self._server = server
        self._name = name
        self.facts = facts

    def _request(self, op, **members):
        return self._server.request(op=op, session=self._name, **members)

    def decide(self, deadline_ms=None, budget=None, preview=None):
        """Plans: an answer with action, text, value, fallback (a reason, or None), actions and so on."""
        return self._request("decide", deadline_ms=deadline_ms, budget=budget, preview=preview)

    def observe(self, action, observation, lanes=None, percept=None, wait=False):
        """Tells what came after an action; observation None for nothing. wait returns the belief's health."""
        return self._request("observe", action=action, observation=observation, lanes=lanes,
                             percept=percept, wait=wait)

    def observe_late(self, step, observation, percept=None):
        """Tells the observation of an earlier step, from 0 for the first."""
        return self._request("observe", step=step, observation=observation, percept=percept)

    def health(self):
        """What to look at before trusting the session."""
        return self._request("health")

    def save(self, file):
        """Writes the session, to go on with after a restart."""
        self._request("save", file=str(file))

    def restore(self, file):
        """Goes on where a session was saved."""
        self._request("restore", file=str(file))

    def close(self):
        """Gives the session's threads and memory back."""
        self._request("close")
