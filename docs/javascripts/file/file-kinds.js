// A chosen file → its text, or what it is instead of a dossier. The same rules as fii_widgets/dossier/file/kinds.py. Reads no JSON.

import { FileError, LIMITS } from './json-scan.js';
import { say } from '../base/words.js';

/**
 * @typedef {'empty' | 'pdf' | 'image' | 'office' | 'zip' | 'archive' | 'link' | 'lfs' | 'mail' | 'encoding' | 'folder' | 'page'} KindCode
 */

/** How many times the dossier's own limit a whole report may be. */
const ROOM = 4;
/** So many bytes say what a file is. */
const HEAD = 4096;

/** What was dropped and is no file. @type {WeakSet<Blob>} */
const folders = new WeakSet();

/** How such a file begins, each byte as one character; the first that fits. @type {[KindCode, RegExp][]} */
const KINDS = [
  ['empty', /^(?:[ \t\r\n\x00]{0,4095}(?!.)|\x00{4096})/s],
  ['pdf', /^(?:%PDF-)/s],
  ['image', /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM.{4}\x00{4}|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif1|avif))/s],
  ['image', /^(?:[ \t\r\n]*(?:<\?xml[^>]*>[ \t\r\n]*)?(?:<!--.*?-->[ \t\r\n]*)?(?:<!DOCTYPE svg[^>]*>[ \t\r\n]*)?<svg[ \t\r\n>])/s],
  ['office', /^(?:\xd0\xcf\x11\xe0|\{\\rtf|PK\x03\x04.{26}(?:\[Content_Types\]|_rels\/|docProps\/|word\/|xl\/|ppt\/|mimetypeapplication\/vnd\.))/s],
  ['zip', /^(?:PK(?:\x03\x04|\x05\x06)|\x1f\x8b|7z\xbc\xaf|Rar!|BZh[1-9]|\xfd7zXZ|\x28\xb5\x2f\xfd)/s],
  ['archive', /^(?:bplist00.*WebMainResource|From: <Saved by|MIME-Version:.{0,200}multipart\/related)/s],
  ['link', /^(?:L\x00\x00\x00\x01\x14\x02\x00|bplist00.*URL|\[(?:InternetShortcut|Desktop Entry)\]|https?:\/\/|[ \t\r\n]*<\?xml.*<plist.*<key>URL<\/key>)/s],
  ['lfs', /^(?:version https:\/\/git-lfs)/s],
  ['mail', /^(?:From |(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-[A-Za-z-]+|X-[A-Za-z-]+): )/s],
  ['encoding', /^(?:\xff\xfe|\xfe\xff|\x00|[{<]\x00)/s],
];

/**
 * Give what was dropped; a folder is no file, though it looks like one.
 * @param {DataTransfer} drop
 * @returns {File[]}
 */
export function dropped(drop) {
  return [...drop.items].flatMap((item) => {
    const file = item.getAsFile();
    if (file && item.webkitGetAsEntry?.()?.isDirectory) folders.add(file);
    return file ? [file] : [];
  });
}

/**
 * Say why a file cannot be used, and that nothing changed.
 * @param {unknown} error
 * @param {string} bestand
 * @returns {string}
 */
export function whyUnread(error, bestand) {
  console.warn(error);
  return say(`file.${error instanceof FileError ? error.code : 'unreadable'}`, { bestand });
}

/**
 * Read a file as far as it may be one.
 * @param {Blob} file
 * @returns {Promise<string>} the text of a dossier, or of a page that may carry one
 * @throws {FileError}
 */
export async function readFile(file) {
  if (folders.has(file)) throw new FileError('folder');
  const code = kind(new Uint8Array(await file.slice(0, HEAD + 3).arrayBuffer()));
  if (code) throw new FileError(code);
  if (file.size > ROOM * LIMITS.bytes) throw new FileError('size');
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(/^[ \t\r\n]*[{<]/.test(new TextDecoder().decode(bytes.slice(0, HEAD))) ? 'encoding' : 'json');
  }
}

/**
 * Say what a file is by its first bytes.
 * @param {Uint8Array} head
 * @returns {KindCode | ''} nothing where it may be a dossier or a report
 */
export function kind(head) {
  const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const characters = String.fromCharCode(...head.subarray(isMarked ? 3 : 0).subarray(0, HEAD));
  return KINDS.find(([, pattern]) => pattern.test(characters))?.[0] ?? '';
}
