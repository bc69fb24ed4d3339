"""Teleost's control sessions from Python: starts `teleost serve PROBLEM` and talks to it, see docs/serve.md.

    import teleost
    with teleost.Server(["./teleost", "serve", "tiger"]) as server:
        session = server.open(fallback=0)
        decision = session.decide(deadline_ms=100)
        session.observe(decision["action"], observation=0)

    with teleost.Connection("127.0.0.1", 8765) as server:   # of `teleost serve tiger --websocket 8765`

Needs the standard library only. One thread per server, or a lock around it.
"""

import base64
import hashlib
import json
import os
import socket
import struct
import subprocess


class TeleostError(RuntimeError):
    """A request that the server refused, or a server that is gone."""


class _Requests:
    """Requests and answers, one after another, over what a subclass sends and receives lines by."""

    _ids = 0
    _names = 0

    def request(self, **members):
        """Sends one request and returns its answer; raises TeleostError when it was refused."""
        self._ids += 1
        members["id"] = self._ids
        try:
            self._send(json.dumps(members))
        except OSError as error:
            raise TeleostError("the server is gone: %s" % error) from error
        answer = json.loads(self._receive())
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

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Server(_Requests):
    """A running server; sessions are opened with open()."""

    def __init__(self, command):
        self._process = subprocess.Popen(
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def _send(self, line):
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _receive(self):
        line = self._process.stdout.readline()
        if not line:
            raise TeleostError("the server is gone, exit code %s" % self._process.wait())
        return line

    def close(self):
        """Ends the server and all its sessions."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait(timeout=90)
        self._process.stdout.close()


class WebSocket:
    """A WebSocket client (RFC 6455) for messages of any length, without extensions."""

    TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10

    def __init__(self, host, port, token=None, protocol=None):
        self._socket = socket.create_connection((host, port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._file = self._socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        lines = ["GET / HTTP/1.1", "Host: %s:%d" % (host, port), "Upgrade: websocket", "Connection: Upgrade",
                 "Sec-WebSocket-Key: " + key, "Sec-WebSocket-Version: 13"]
        if token:
            lines.append("Authorization: Bearer " + token)
        if protocol:
            lines.append("Sec-WebSocket-Protocol: " + protocol)
        self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        status = self._file.readline().decode().strip()
        headers = {}
        for line in iter(lambda: self._file.readline().decode().strip(), ""):
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        proof = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        if headers.get("sec-websocket-accept") != base64.b64encode(proof).decode():
            self.close()
            raise TeleostError("no WebSocket here: %s" % status)
        self.protocol = headers.get("sec-websocket-protocol")

    def send(self, text, opcode=TEXT):
        """Sends one message."""
        data = text if isinstance(text, bytes) else text.encode()
        length = len(data)
        head = bytes([0x80 | opcode])
        if length < 126:
            head += bytes([0x80 | length])
        elif length < 65536:
            head += bytes([0x80 | 126]) + struct.pack(">H", length)
        else:
            head += bytes([0x80 | 127]) + struct.pack(">Q", length)
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))
        self._socket.sendall(head + mask + masked)

    def receive(self):
        """The next message: a text, or bytes. Raises TeleostError at the end."""
        kind, data = 0, b""
        while True:
            first, length = self._read(2)
            length &= 0x7F
            if length == 126:
                length = struct.unpack(">H", self._read(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self._read(8))[0]
            part = self._read(length)
            opcode = first & 0x0F
            if opcode == self.PING:
                self.send(part, self.PONG)
            elif opcode == self.CLOSE:
                raise TeleostError("the server has closed the connection: %s" % part[2:].decode())
            elif opcode != self.PONG:
                kind = opcode or kind
                data += part
                if first & 0x80:
                    return data.decode() if kind == self.TEXT else data

    def _read(self, count):
        data = self._file.read(count)
        if len(data) < count:
            raise TeleostError("the server is gone")
        return data

    def close(self):
        """Ends the connection."""
        self._file.close()
        self._socket.close()


class Connection(_Requests):
    """A connection to `teleost serve PROBLEM --websocket`; its sessions end with it."""

    def __init__(self, host, port, token=None):
        self._web = WebSocket(host, port, token)

    def _send(self, line):
        self._web.send(line)

    def _receive(self):
        return self._web.receive()

    def close(self):
        """Ends the connection and its sessions."""
        self._web.close()


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
