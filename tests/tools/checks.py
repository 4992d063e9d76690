#!/usr/bin/env python3
"""Each check of tools/ passes on a small clean tree and finds each fault put into it.

    python3 tests/tools/checks.py
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"

CLEAN = {
    "engine/base/text.hpp": "#pragma once\n#include <string>\n",
    "engine/state/persons.hpp": '#include "engine/base/text.hpp"\n',
    "engine/inputs/pack.hpp": '#include "engine/base/text.hpp"\n',
    "engine/inputs/tables/posts.cpp": '#include "engine/inputs/table.hpp"\nextern const Table posts = {};\n',
    "engine/inputs/table.hpp": "#include <fstream>\n",
    "engine/inputs/tables.def": "TABLE(posts)\n",
    "engine/results/netcdf_read.cpp": "#include <hdf5.h>\n",
    "engine/synthesis/raking.cpp": '#include "engine/inputs/pack.hpp"\n#include "engine/state/persons.hpp"\n',
    "engine/model/process.hpp": '#include "engine/state/persons.hpp"\n',
    "engine/model/processes.def": "// In the order they act.\nPROCESS(quit)\nACTIONS()\nPROCESS(mortality)\n",
    "engine/model/labour/quit.cpp": '#include "engine/model/labour/hazard.hpp"\nconst Process quit = {};\n',
    "engine/model/labour/hazard.hpp": '#include "engine/model/process.hpp"\n',
    "engine/model/labour/hazard.cpp": '#include "engine/model/labour/hazard.hpp"\n',
    "engine/model/demography/mortality.cpp": "const Process mortality{};\n",
    "engine/model/outputs.def": "OUTPUT(posts_filled)\n",
    "engine/model/outputs/posts_filled.cpp": '#include "engine/inputs/scenario.hpp"\nconst Output posts_filled = {};\n',
    "engine/run/plan.cpp": '#include "engine/model/processes.def"\n#include <thread>\n// "quit" comes first\n',
    "scenarios/actions.def": "ACTION(tutoring)\n",
    "scenarios/actions/action.hpp": "#pragma once\n",
    "scenarios/actions/action.cpp": '#include "scenarios/actions.def"\n',
    "scenarios/actions/tutoring.cpp": '#include "scenarios/actions/action.hpp"\nconst Action tutoring = {};\n',
    "scenarios/choose/search.cpp": '#include "scenarios/actions/action.hpp"\n#include "engine/run/plan.hpp"\n',
    "bindings/cli/commands.def": "COMMAND(run)\n",
    "bindings/cli/run.cpp": '#include "scenarios/choose/search.hpp"\nconst Command run = {};\n',
    "tests/engine/base/text.cpp": '#include "tests/scratch.hpp"\n#include "bindings/cli/run.hpp"\n',
    "docs/model.md": "See https://example.org/home/page and build/" "work/file.\n",
}

# Fault, file, its text (None: no file), and what the check must say.
FLOOR_FAULTS = [
    ("up", "engine/base/a.hpp", '#include "engine/state/persons.hpp"\n', "engine/base/a.hpp:1: engine/base (floor 0)"),
    ("engine knows no action", "engine/run/a.cpp", '\n#include "scenarios/actions/action.hpp"\n',
     "engine/run/a.cpp:2:"),
    ("state and inputs", "engine/state/a.hpp", '#include "engine/inputs/pack.hpp"\n', "do not include each other"),
    ("synthesis and model", "engine/synthesis/a.cpp", '#include "engine/model/process.hpp"\n',
     "do not include each other"),
    ("reader of inputs", "engine/model/labour/a.cpp", '#include "engine/inputs/table.hpp"\n', "may see only"),
    ("model folders", "engine/model/labour/a.cpp", '#include "engine/model/competence/b.hpp"\n',
     "folders labour and competence"),
    ("model downwards", "engine/model/a.cpp", '#include "engine/model/labour/hazard.hpp"\n',
     "no process or output by name"),
    ("run names a file", "engine/run/a.cpp", '#include "engine/model/labour/hazard.hpp"\n',
     "no process or output by name"),
    ("run names a text", "engine/run/a.cpp", 'if (name == "quit") {}\n', 'names the process "quit"'),
    ("circle", "scenarios/actions/action.hpp", '#include "scenarios/choose/search.hpp"\n', "circle"),
    ("relative path", "engine/base/a.cpp", '#include "text.hpp"\n', "not a path from the root"),
    ("own header in angles", "engine/run/a.cpp", "#include <engine/base/text.hpp>\n", "our own headers"),
    ("hdf5 elsewhere", "engine/run/a.cpp", "#include <hdf5.h>\n", "only engine/results"),
    ("quoted hdf5", "bindings/cli/a.cpp", '# include "hdf5.h"\n', "only engine/results"),
    ("thread", "engine/model/a.cpp", "#include <thread>\n", "no threads"),
    ("file", "engine/state/a.cpp", "#include <fstream>\n", "no files"),
    ("filesystem", "engine/base/a.cpp", "#include <filesystem>\n", "no files"),
    ("tbb", "engine/model/labour/a.cpp", "#include <tbb/parallel_for.h>\n", "no threads"),
    ("no floor", "engine/elsewhere/a.cpp", "#include <string>\n", "on no floor"),
    ("process without line", "engine/model/labour/layoff.cpp", "\nconst Process layoff = {};\n",
     "layoff.cpp:2: no line PROCESS(layoff)"),
    ("process misnamed", "engine/model/labour/quit.cpp", "const Process quits = {};\n", "belongs in quits.cpp"),
    ("process without file", "engine/model/demography/mortality.cpp", None, "processes.def:4: PROCESS(mortality)"),
    ("output without line", "engine/model/outputs/hires.cpp", "int x;\n", "no line OUTPUT(hires)"),
    ("output without file", "engine/model/outputs/posts_filled.cpp", None, "OUTPUT(posts_filled)"),
    ("table without line", "engine/inputs/tables/zones.cpp", "const Table zones{};\n", "no line TABLE(zones)"),
    ("table without file", "engine/inputs/tables/posts.cpp", None, "TABLE(posts)"),
    ("action without line", "scenarios/actions/training.cpp", "const Action training = {};\n",
     "no line ACTION(training)"),
    ("action without file", "scenarios/actions/tutoring.cpp", None, "ACTION(tutoring)"),
    ("list missing", "scenarios/actions.def", None, "no line ACTION(tutoring)"),
    ("command without line", "bindings/cli/check.cpp", "const Command check = {};\n", "no line COMMAND(check)"),
    ("command without file", "bindings/cli/run.cpp", None, "COMMAND(run)"),
]

LONG = "    f();\n"
SIZE_FAULTS = [
    ("long file", "engine/base/a.cpp", "int x;\n" * 601, "engine/base/a.cpp:1: file of 601 lines"),
    ("long function", "engine/base/a.cpp", "// a {\n\nvoid f()\n{\n" + LONG * 80 + "}\n",
     "a.cpp:3: function of 83 lines"),
    ("long method", "engine/base/a.hpp", "class A {\npublic:\n    A() : a_(1) {\n" + LONG * 80 + "    }\n};\n",
     "a.hpp:3: function of 82"),
    ("long lambda of a record", "engine/base/a.cpp", "const P p{1, [](int a) {\n" + LONG * 80 + "}};\n",
     "function of 82"),
    ("long Python", "tools/a", "#!/usr/bin/env python3\ndef f():\n" + "    pass\n" * 80, "tools/a:2: function of 81"),
    ("long functions", "engine/base/a.cpp", ("int f() {\n" + LONG * 40 + "}\n") * 3, "percentile of function"),
    ("deep", "engine/base/a/b/c/d.cpp", "int x;\n", "more than 2 folders deep"),
]


def write(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run_check(tool, changes=None):
    """Exit code and output of a tool on the clean tree with some files changed."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (CLEAN | (changes or {})).items():
            if text is not None:
                write(Path(folder), name, text)
        done = subprocess.run([sys.executable, TOOLS / tool, folder], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


class Checks(unittest.TestCase):
    def expect_faults(self, tool, faults):
        self.assertEqual(run_check(tool)[0], 0, run_check(tool)[1])
        for fault, name, text, message in faults:
            with self.subTest(fault):
                code, output = run_check(tool, {name: text})
                self.assertEqual(code, 1, output)
                self.assertIn(message, output)

    def test_floors(self):
        self.expect_faults("check_floors", FLOOR_FAULTS)

    def test_sizes(self):
        self.expect_faults("check_sizes", SIZE_FAULTS)

    def test_crowded_folder(self):
        crowd = {f"engine/base/a{i}.cpp": "int x;\n" for i in range(20)}
        code, output = run_check("check_sizes", crowd)
        self.assertEqual(code, 1)
        self.assertIn("21 files in a folder", output)
        records = {f"engine/model/outputs/a{i}.cpp": "int x;\n" for i in range(30)}
        self.assertEqual(run_check("check_sizes", records)[0], 0)

    def test_text_that_looks_like_code(self):
        decoys = 'const char* a = R"x({{{)x"; char b = \'{\'; int c = 1\'000; // {\n'
        decoys += '#define M(x) \\\n    {\n/* { */ const char* d = "\\"{";\n'
        code, output = run_check("check_sizes", {"engine/base/a.cpp": decoys + "void f() {\n" + LONG * 79 + "}\n"})
        self.assertEqual(code, 1)
        self.assertIn("a.cpp:5: function of 81 lines", output)

    def test_words(self):
        mark, folder = "TO" + "DO", "/" + "tm" + "p/"
        self.expect_faults("check_words", [
            ("temporary folder", "docs/a.md", f"\nsee {folder}x\n", "docs/a.md:2: path of a machine"),
            ("home folder", "tools/a", "/" + "home/someone", "tools/a:1: path of a machine"),
            ("work folder", "engine/base/a.cpp", '"/' + 'work/x"', "path of a machine"),
            ("mark", "bindings/web/a.ts", f"// {mark}: more\n", "unfinished work"),
        ])
        self.assertEqual(run_check("check_words", {"docs/a.md": f"no {mark} here\n"})[0], 0)


if __name__ == "__main__":
    unittest.main()
