#!/usr/bin/env python3
"""What a run leaves when it is killed, interrupted, or finds no room: older files untouched, and the same bytes in the end.

    tests/bindings/crash.py RELEVE [--moments N]     RELEVE: the command built from these sources; N kills (12)
"""
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LANGRES = ROOT / "scenarios" / "packs" / "langres"
PLANS = [LANGRES / "baseline.toml", LANGRES / "tutoring.toml"]
RELEVE = ""
MOMENTS = 12
OLDER = b"\x89HDF\r\n\x1a\nolder result"


def words_of(output, *more, replicates=6, until="2013-06"):
    return [str(word) for word in (RELEVE, "run", *PLANS, "-o", output, "--replicates", replicates, "--until", until,
                                   "--no-progress", *([] if "--lang" in more else ["--lang", "en"]), *more)]


def run(output, *more, preexec=None, **asked):
    return subprocess.run(words_of(output, *more, **asked), capture_output=True, text=True, check=False, timeout=300,
                          preexec_fn=preexec)


def small_disk(kilobytes, folder, command):
    """Runs a command with a disk of its own at `folder`, then lists what it has left there."""
    script = f'mount -t tmpfs -o size={kilobytes}k none "$0" && {{ "$@"; code=$?; ls -A "$0"; exit $code; }}'
    try:
        return subprocess.run(["unshare", "-rm", "sh", "-c", script, str(folder), *command], capture_output=True, text=True,
                              check=False, timeout=300)
    except FileNotFoundError as error:
        return subprocess.CompletedProcess(error.filename, 127)


class Crash(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.file = self.folder / "plans.h5"
        self.journal = self.folder / "plans.h5.journal"

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "whole.h5"
            begin = time.monotonic()
            done = run(file)
            cls.duration = time.monotonic() - begin
            assert done.returncode == 0, done.stderr
            cls.whole = file.read_bytes()

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def check_resumed(self, *more):
        done = run(self.file, "--resume", *more)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.file.read_bytes(), self.whole)
        self.assertEqual(self.names(), ["plans.h5"])

    def kill_after(self, seconds, how=signal.SIGKILL):
        process = subprocess.Popen(words_of(self.file), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        time.sleep(seconds)
        process.send_signal(how)
        return process.communicate(timeout=120)[1], process.returncode

    def kill_when_kept(self, how=signal.SIGKILL):
        """Kills as soon as the journal holds something beyond its beginning."""
        process = subprocess.Popen(words_of(self.file), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        while process.poll() is None and not (self.journal.exists() and self.journal.stat().st_size > 20_000):
            time.sleep(0.001)
        process.send_signal(how)
        return process.communicate(timeout=120)[1], process.returncode

    def test_killed_at_any_moment(self):
        moments = random.Random(20)
        for _ in range(MOMENTS):
            self.kill_after(moments.uniform(0, 1.1 * self.duration))
            if self.file.exists():  # it was faster: a complete file, never half of one
                self.assertEqual(self.file.read_bytes(), self.whole)
            self.check_resumed(*(["--threads", "1"] if moments.random() < 0.3 else []))
            self.file.unlink()

    def test_killed_while_it_writes(self):
        self.kill_when_kept()
        (self.folder / "plans.h5.partial-1234").write_bytes(self.whole[:1000])
        (self.folder / "plans.h5.partial-of-mine").write_bytes(b"kept")
        self.assertEqual(run(self.file, "--resume").returncode, 0)
        self.assertEqual(self.names(), ["plans.h5", "plans.h5.partial-of-mine"])

    def test_older_result_stays_until_the_end(self):
        self.file.write_bytes(OLDER)
        self.kill_when_kept()
        self.assertEqual(self.file.read_bytes(), OLDER)
        self.check_resumed()

    def test_asked_to_stop(self):
        for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            told, code = self.kill_when_kept(how)
            self.assertEqual(code, 130, told)
            self.assertIn("the same command with --resume goes on from there", told)
            self.check_resumed()
            self.file.unlink()

    def test_a_terminal_that_goes_away_under_nohup(self):
        ignoring = lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)
        process = subprocess.Popen(words_of(self.file), preexec_fn=ignoring, stderr=subprocess.PIPE, text=True,
                                   stdout=subprocess.DEVNULL)
        while process.poll() is None and not self.journal.exists():
            time.sleep(0.001)
        process.send_signal(signal.SIGHUP)
        self.assertEqual(process.communicate(timeout=120)[1], "")
        self.assertEqual(process.returncode, 0)
        self.assertEqual(self.file.read_bytes(), self.whole)

    def test_says_from_where_it_goes_on(self):
        told = run(self.file, "--resume").stderr
        self.assertIn("no unfinished run is there; it starts from the beginning", told)
        self.assertEqual(self.file.read_bytes(), self.whole)
        self.kill_when_kept()
        with self.journal.open("ab") as journal:
            journal.write(b"torn")
        told = run(self.file, "--resume").stderr
        self.assertRegex(told, r"goes on from \d+ simulations done; \d+ bytes were damaged or cut")
        self.assertEqual(self.file.read_bytes(), self.whole)

    def test_unfinished_run_is_not_lost(self):
        self.kill_when_kept()
        before = self.journal.read_bytes()
        for more, expected in (([], "an unfinished run is there"),
                               (["--resume", "--seed", "2"], "there: seed 1; asked: seed 2"),
                               (["--resume", "--set", "matching.applications=2"], "another one")):
            done = run(self.file, *more)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(expected, done.stderr)
            self.assertEqual(self.journal.read_bytes(), before)
        self.check_resumed()

    def test_more_replicates_than_the_run_that_was_killed(self):
        self.kill_when_kept()
        grown = run(self.file, "--resume", replicates=8)
        self.assertEqual(grown.returncode, 0, grown.stderr)
        whole = self.folder / "whole.h5"
        run(whole, replicates=8)
        self.assertEqual(self.file.read_bytes(), whole.read_bytes())

    def test_what_is_no_result_is_not_lost(self):
        for name, there in (("notes.txt", b"notes of mine"), ("folder", None)):
            path = self.folder / name
            path.mkdir() if there is None else path.write_bytes(there)
            done = run(path)
            self.assertIn(done.returncode, (3, 5), done.stderr)
            self.assertIn("something else than a result" if there else "is a folder", done.stderr)
        self.assertEqual((self.folder / "notes.txt").read_bytes(), b"notes of mine")
        self.assertEqual(run("").returncode, 3)
        link = self.folder / "link.h5"
        link.symlink_to(self.file)
        self.assertEqual(run(link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(self.file.read_bytes(), self.whole)

    def test_two_runs_at_once(self):
        first = subprocess.Popen(words_of(self.file, replicates=400), stderr=subprocess.DEVNULL)
        while first.poll() is None and not self.journal.exists():
            time.sleep(0.001)
        second = run(self.file)
        self.assertEqual(second.returncode, 5)
        self.assertIn(f"another run is writing this result (process {first.pid})", second.stderr)
        first.kill()
        first.wait()

    def test_full_disk(self):
        self.file.write_bytes(OLDER)
        limits = (20_000, 60_000, len(self.whole) // 2)  # the journal, the journal, the result
        for limit in limits:
            done = run(self.file, preexec=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            self.assertEqual(done.returncode, 5, done.stderr)
            self.assertIn("could not write it (File too large)", done.stderr)
            self.assertEqual(self.file.read_bytes(), OLDER)
            self.check_resumed()
            self.file.write_bytes(OLDER)

    @unittest.skipUnless(small_disk(1000, tempfile.gettempdir(), ["true"]).returncode == 0, "no disk of one's own here")
    def test_no_room_told_before_it_starts(self):
        for lang, text in (("en", "are needed on the disk"), ("fr", "sur le disque")):
            done = small_disk(1000, self.folder, words_of(self.file, "--lang", lang))
            self.assertEqual(done.returncode, 5, done.stderr)
            self.assertIn(text, done.stderr)
            self.assertEqual(done.stdout, "")  # nothing is there

    @unittest.skipIf(os.geteuid() == 0, "everything is writable for root")
    def test_read_only_folder(self):
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        done = run(self.file)
        self.assertEqual(done.returncode, 5)
        self.assertIn("the folder is not writable", done.stderr)

    @unittest.skipUnless(shutil.which("fiu-run"), "no fault injection here")
    def test_errors_of_the_file_system(self):
        self.file.write_bytes(OLDER)
        for fault, text in (("posix/io/rw/write", "write it"), ("posix/io/sync/fsync", "bring it to the disk"),
                            ("posix/io/dir/rename", "rename the complete file")):
            injected = ["fiu-run", "-x", "-c", f"enable_random name={fault},probability=1", *words_of(self.file)]
            done = subprocess.run(injected, capture_output=True, text=True, check=False, timeout=300)
            self.assertEqual(done.returncode, 5, done.stderr)
            self.assertIn(text, done.stderr)
            self.assertEqual(self.file.read_bytes(), OLDER)
            if self.journal.exists():
                self.check_resumed()
                self.file.write_bytes(OLDER)


def main(arguments):
    global RELEVE, MOMENTS
    if len(arguments) not in (1, 3) or (len(arguments) == 3 and arguments[1] != "--moments"):
        sys.exit(__doc__)
    RELEVE = str(Path(arguments[0]).resolve())
    MOMENTS = int(arguments[2]) if len(arguments) == 3 else MOMENTS
    unittest.main(argv=[sys.argv[0]])


if __name__ == "__main__":
    main(sys.argv[1:])
