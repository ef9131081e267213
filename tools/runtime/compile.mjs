// Runs the target interpreter (Pyodide in Node) at build time; never part of the site.
// node compile.mjs survey  <npm> <work> <host site-packages>: what is needed, and bytecode for exactly this Python
// node compile.mjs prove   <npm> <work> <archive>: the finished archive alone gives the same replies
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [, , job, npm, work, third] = process.argv;
const { loadPyodide } = await import(pathToFileURL(path.join(npm, "pyodide.mjs")).href);
const indexURL = npm + path.sep;
const plan = JSON.parse(fs.readFileSync(path.join(work, "plan.json"), "utf8"));
const env = { SOURCE_DATE_EPOCH: plan.epoch, PYTHONHASHSEED: "0" };

/** The parts that a page adds on demand, as a page does: behind everything else on the path. */
function addParts(py, folder) {
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    py.FS.writeFile(`/part-${name}`, fs.readFileSync(path.join(folder, name)));
    py.runPython(`import sys; sys.path.append("/part-${name}")`);
  }
}

/** Survey first: what is imported for compiling must not end up in the list. */
async function survey() {
  const py = await loadPyodide({ indexURL, env });
  py.mountNodeFS("/build", work);
  py.globals.set("plan", py.toPy(plan));
  const sources = path.join(work, "part-sources");
  const parts = (fs.existsSync(sources) ? fs.readdirSync(sources) : []).map((name) => [name.replace(/\.zip$/, ""), `/build/part-sources/${name}`]);
  py.globals.set("parts", py.toPy(Object.fromEntries(parts)));
  const probe = fs.readFileSync(new URL("probe.py", import.meta.url), "utf8");
  const found = py.runPython(`
import sys
sys.path.insert(0, "/build/wheel/" + plan["wheel"])
${probe}
survey(plan["start"], list(plan["requests"]), dict(parts))
`);
  fs.writeFileSync(path.join(work, "survey.json"), found);
  fs.copyFileSync(path.join(npm, "python_stdlib.zip"), path.join(work, "stock.zip"));
  py.mountNodeFS("/host", third);
  py.runPython(`
import json, shutil, sys, zipfile
from pathlib import Path
sys.path.append("/host")
out = Path("/build/compiled")
out.mkdir()
found = json.loads(Path("/build/survey.json").read_text("utf-8"))
for part in Path("/build/part-sources").glob("*.zip"):
    shutil.copyfile(part, out / part.name)
wanted = {"stdlib": found["members"], **found["parts"]}
with zipfile.ZipFile("/build/stock.zip") as stock:
    for name, members in wanted.items():
        with zipfile.ZipFile(out / (name + ".zip"), "a") as archive:
            for member in members:
                archive.writestr(member, stock.read(member))
shutil.copyfile("/build/wheel/" + plan["wheel"], out / plan["wheel"])
from pyodide_build._py_compile import _py_compile_archive_dir
_py_compile_archive_dir(out, keep=True, verbose=False, compression_level=0)
`);
}

/** Start from the archive and nothing else, and compare every reply with the one of the full library. */
async function prove() {
  const { info } = JSON.parse(fs.readFileSync(path.join(npm, "pyodide-lock.json"), "utf8"));
  const py = await loadPyodide({
    indexURL, env, stdLibURL: third,
    lockFileContents: JSON.stringify({ info, packages: {} }), packageBaseUrl: "about:blank",
  });
  addParts(py, path.join(work, "parts"));
  const { replies } = JSON.parse(fs.readFileSync(path.join(work, "survey.json"), "utf8"));
  const start = py.pyimport(plan.start);
  const wrong = plan.requests.filter((request, index) => start.call(request) !== replies[index]);
  const trace = py.runPython("import traceback\ntry:\n    1 / 0\nexcept Exception:\n    text = traceback.format_exc()\ntext");
  if (!trace.includes("ZeroDivisionError")) wrong.push("traceback");
  if (await py.runPythonAsync("import asyncio\nawait asyncio.sleep(0)\n7") !== 7) wrong.push("asyncio");
  if (wrong.length) throw new Error(`The archive answers differently: ${wrong[0].slice(0, 200)}`);
}

// loadPyodide() never settles when instantiation fails: an end is set from outside, by the Python that starts us.
await { survey, prove }[job]();
process.exit(0);
