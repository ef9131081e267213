// The bare page on file://: stock Pyodide in a module worker from a data: address, the road that our copy takes too,
// because `loadPyodide()` as it comes cannot be loaded from a folder at all. For the bench only.

const assets = {};
globalThis.__fiiAsset = (name, type, base64) => {
  assets[name] = [type, base64];
};

const WORKER = `self.onmessage = async ({ data: { assets, request } }) => {
  const unpack = async ([type, base64]) => {
    const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(base64) : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Blob([await new Response(stream).arrayBuffer()], { type });
  };
  const url = async (name) => URL.createObjectURL(await unpack(assets[name]));
  const [loader, asm, wasm, stdlib] = await Promise.all(
    ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'].map(url));
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([import(loader), import(asm)]);
  const python = await loadPyodide({
    indexURL: wasm + '#',
    stdLibURL: stdlib,
    createPyodideModule,
    lockFileContents: await (await unpack(assets['pyodide-lock.json'])).text(),
    packageBaseUrl: 'about:blank',
    stdin: () => null,
  });
  python.unpackArchive(await (await unpack(assets['package.whl'])).arrayBuffer(), 'wheel');
  self.postMessage(python.pyimport('fii_widgets.browser').call(request));
};`;

globalThis.start = () => {
  const worker = new Worker(`data:text/javascript,${encodeURIComponent(WORKER)}`, { type: 'module' });
  worker.onmessage = ({ data }) => {
    document.querySelector('[data-fii-summary]').innerHTML = JSON.parse(data).html;
  };
  worker.postMessage({ assets, request: document.getElementById('request').textContent });
};
