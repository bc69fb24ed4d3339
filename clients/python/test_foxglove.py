"""Looks at a run as Foxglove does, by its WebSocket protocol; the arguments are the command without --foxglove:
python3 test_foxglove.py ./teleost plan lightdark-2d --episodes 1 --out none"""

import json
import struct
import subprocess
import sys
import unittest

import teleost

COMMAND = sys.argv[1:]


class FoxgloveTest(unittest.TestCase):
    def test_a_run_is_announced_and_its_messages_have_the_standard_form(self):
        with subprocess.Popen(COMMAND + ["--foxglove", "0"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              encoding="utf-8") as run:
            try:
                port = next(int(line.rsplit(":", 1)[1]) for line in run.stderr if "ws://" in line)
                client = teleost.WebSocket("127.0.0.1", port, protocol="foxglove.websocket.v1")
                self.assertEqual("foxglove.websocket.v1", client.protocol)
                self.assertEqual("serverInfo", json.loads(client.receive())["op"])
                channels = json.loads(client.receive())["channels"]
                schemas = {channel["topic"]: channel["schemaName"] for channel in channels}
                self.assertEqual("foxglove.SceneUpdate", schemas["/scene"])
                topics = {channel["id"]: channel["topic"] for channel in channels}
                wanted = [{"id": 100 + number, "channelId": number} for number in topics]
                client.send(json.dumps({"op": "subscribe", "subscriptions": wanted}))
                found = {}
                while len(found) < len(topics):
                    frame = client.receive()
                    kind, subscription, _ = struct.unpack_from("<BIQ", frame)
                    self.assertEqual(1, kind)
                    found[topics[subscription - 100]] = json.loads(frame[13:])
                self.assertTrue(found["/log"]["message"].startswith("step "))
                self.assertTrue(found["/scene"]["entities"][0]["spheres"])
                self.assertEqual("world", found["/pose"]["frame_id"])
                self.assertIsInstance(found["/value"]["value"], float)
                client.close()
            finally:
                run.terminate()
                run.stderr.close()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
