// Answers requests with the runtime that the site serves, in Node: node in_pyodide.mjs <runtime dir> <requests> <replies>
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { pathToFileURL } from "node:url";

const [, , runtime, requestsFile, repliesFile] = process.argv;
const described = JSON.parse(fs.readFileSync(path.join(runtime, "runtime.json"), "utf8"));
const { loadPyodide } = await import(pathToFileURL(path.join(runtime, "pyodide.mjs")).href);
const { default: createPyodideModule } = await import(pathToFileURL(path.join(runtime, "pyodide.asm.mjs")).href);
const py = await loadPyodide({
  indexURL: runtime + path.sep,
  stdLibURL: path.join(runtime, described.archive),
  createPyodideModule,
  lockFileContents: JSON.stringify(described.lock),
  packageBaseUrl: "about:blank",
});
// The parts that a page adds when it needs them: here from the start.
for (const [part, file] of Object.entries(described.parts)) {
  py.FS.writeFile(`/${part}.zip`, fs.readFileSync(path.join(runtime, file)));
  py.pyimport("sys").path.append(`/${part}.zip`);
}
const { call } = py.pyimport("fii_widgets.browser");
// A request a line, a reply a line: thousands of requests do not fit in one text.
const replies = fs.openSync(repliesFile, "w");
for await (const request of readline.createInterface({ input: fs.createReadStream(requestsFile) })) {
  fs.writeSync(replies, `${call(request)}\n`);
}
fs.closeSync(replies);
process.exit(0);
