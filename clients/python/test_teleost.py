"""Plays Tiger through a server whose command is the arguments: python3 test_teleost.py ./teleost serve tiger"""

import os
import subprocess
import sys
import tempfile
import unittest

import teleost

COMMAND = sys.argv[1:]
LISTEN = 0


class ClientTest(unittest.TestCase):
    def test_two_hearings_open_the_other_door(self):
        with teleost.Server(COMMAND) as server:
            session = server.open(settings={"threads": 1, "memoryBytes": "16m"})
            first = session.decide(budget="5000ep", preview=2)
            self.assertEqual("listen", first["text"])
            self.assertTrue(first["preview"].startswith("listen; then, if"), first["preview"])
            self.assertIsNone(first["fallback"])
            for _ in range(3):
                health = session.observe(first["action"], 0, wait=True)
                self.assertEqual("healthy", health["level"])
            self.assertNotEqual("listen", session.decide(budget="5000ep")["text"])

    def test_a_saved_session_goes_on(self):
        with teleost.Server(COMMAND) as server, tempfile.TemporaryDirectory() as folder:
            session = server.open(settings={"threads": 1, "memoryBytes": "16m"})
            session.observe(LISTEN, 0)
            file = os.path.join(folder, "saved")
            session.save(file)
            expected = session.decide(budget="2000ep")["value"]
            session.close()
            again = server.open(settings={"threads": 1, "memoryBytes": "16m"})
            again.restore(file)
            self.assertEqual(expected, again.decide(budget="2000ep")["value"])

    def test_what_is_refused_says_why(self):
        with teleost.Server(COMMAND) as server:
            with self.assertRaisesRegex(teleost.TeleostError, "particels"):
                server.open(settings={"particels": 5})
            session = server.open(settings={"threads": 1, "memoryBytes": "16m"}, fallback=LISTEN)
            with self.assertRaisesRegex(teleost.TeleostError, "action=9; allowed range 0 to 2"):
                session.observe(9, 0)
            decision = session.decide(deadline_ms=50)
            self.assertIn(decision["action"], (0, 1, 2))
            session.observe(decision["action"], None)
            self.assertEqual(1, session.decide(deadline_ms=50) and session.health()["unobserved"])

    def test_the_same_over_websocket_for_who_has_the_token(self):
        with tempfile.TemporaryDirectory() as folder:
            token_file = os.path.join(folder, "token")
            with open(token_file, "w", encoding="utf-8") as out:
                out.write("0123456789abcdef0123456789abcdef\n")
            command = COMMAND + ["--websocket", "0", "--token-file", token_file, "--files", folder]
            with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                  encoding="utf-8") as server:
                try:
                    port = next(int(line.rsplit(":", 1)[1]) for line in server.stderr if "ws://" in line)
                    with self.assertRaisesRegex(teleost.TeleostError, "no WebSocket here"):
                        teleost.Connection("127.0.0.1", port, "wrong")
                    with teleost.Connection("127.0.0.1", port, "0123456789abcdef0123456789abcdef") as connection:
                        session = connection.open(settings={"threads": 1, "memoryBytes": "16m"})
                        self.assertEqual("listen", session.decide(budget="2000ep")["text"])
                        session.save("kept")
                        self.assertTrue(os.path.exists(os.path.join(folder, "kept")))
                        with self.assertRaisesRegex(teleost.TeleostError, "a plain name is needed"):
                            session.save("../elsewhere")
                finally:
                    server.terminate()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
