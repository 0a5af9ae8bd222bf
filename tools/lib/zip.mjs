// Reads the list of files in a zip archive (a .vsix is one).
import { readFileSync } from 'node:fs';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * @param {string} file a zip archive without a comment and without zip64
 * @returns {{ name: string, size: number }[]} sizes in bytes, unpacked
 * @throws {Error} when it is no such archive
 */
export function listZip(file) {
  const bytes = readFileSync(file);
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error(`${file} is no zip archive`);
  const entries = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error(`${file}: its directory is damaged`);
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      size: bytes.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
