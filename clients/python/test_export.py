"""Reads an exported trace with a reader of its own, from MCAP's public description:
python3 test_export.py ./teleost (needs a trace in the current folder, trace.mcap)"""

import json
import os
import struct
import subprocess
import sys
import tempfile
import unittest

COMMAND = sys.argv[1:]
MAGIC = b"\x89MCAP0\r\n"


def text(data, at):
    length = struct.unpack_from("<I", data, at)[0]
    return data[at + 4:at + 4 + length].decode(), at + 4 + length


def records(data):
    at = 0
    while at + 9 <= len(data):
        kind, length = struct.unpack_from("<BQ", data, at)
        yield kind, data[at + 9:at + 9 + length]
        at += 9 + length


def messages(file):
    """Topic, schema, log time and JSON of every message."""
    with open(file, "rb") as source:
        data = source.read()
    assert data.startswith(MAGIC) and data.endswith(MAGIC)
    schemas, channels, found = {}, {}, []

    def take(kind, body):
        if kind == 3:
            name, at = text(body, 2)
            encoding, _ = text(body, at)
            schemas[struct.unpack_from("<H", body)[0]] = (name, encoding)
        elif kind == 4:
            number, schema = struct.unpack_from("<HH", body)
            topic, at = text(body, 4)
            channels[number] = (topic, schemas[schema][0], text(body, at)[0])
        elif kind == 5:
            number, _, log_time, _ = struct.unpack_from("<HIQQ", body)
            topic, schema, encoding = channels[number]
            assert encoding == "json"
            found.append((topic, schema, log_time, json.loads(body[22:])))
        elif kind == 6:
            compression, at = text(body, 28)
            assert compression == ""
            for inner in records(body[at + 8:]):
                take(*inner)

    for record in records(data[len(MAGIC):-len(MAGIC)]):
        take(*record)
    return found


class ExportTest(unittest.TestCase):
    def test_the_standard_messages_are_there_for_every_step_at_its_time(self):
        with tempfile.TemporaryDirectory() as folder:
            out = folder + "/out.mcap"
            subprocess.run(COMMAND + ["export", os.path.abspath("trace.mcap"), out, "--start", "2026-05-01T12:00:00Z",
                                      "--step-seconds", "0.1"], check=True, stdout=subprocess.DEVNULL)
            found = messages(out)
        by_topic = {}
        for topic, schema, time, message in found:
            by_topic.setdefault((topic, schema), []).append((time, message))
        steps = by_topic[("/step", "teleost.Step")]
        for key in (("/scene", "foxglove.SceneUpdate"), ("/pose", "foxglove.PoseInFrame"),
                    ("/log", "foxglove.Log"), ("/value", "teleost.Number"), ("/reward", "teleost.Number")):
            self.assertEqual(len(steps), len(by_topic[key]), key)
        first = 1777636800 * 10**9
        self.assertEqual([first + i * 10**8 for i in range(len(steps))], [time for time, _ in steps])
        for (time, message), (_, step) in zip(by_topic[("/value", "teleost.Number")], steps):
            self.assertEqual(step["decision"]["value"], message["value"])
            self.assertEqual(time, message["timestamp"]["sec"] * 10**9 + message["timestamp"]["nsec"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
