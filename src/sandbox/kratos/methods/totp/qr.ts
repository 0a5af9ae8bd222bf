import { deflateSync } from 'node:zlib';
import { create } from 'qrcode';
import { crc32 } from './crc32.ts';

const QUIET_MODULES = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A QR code of a text as the address of a square PNG, black on white; `size` is its length in pixels. */
export function qrImage(text: string, size: number): string {
  const { modules } = create(text);
  const scale = Math.max(1, Math.floor(size / (modules.size + 2 * QUIET_MODULES)));
  const margin = Math.floor((size - scale * modules.size) / 2);
  const isDark = (x: number, y: number): boolean => {
    const [column, row] = [x, y].map((pixel) => Math.floor((pixel - margin) / scale));
    const inside = [column, row].every((at) => at !== undefined && at >= 0 && at < modules.size);
    return inside && modules.get(row ?? 0, column ?? 0) === 1;
  };
  const rows = Array.from({ length: size }, (_, y) => {
    const bits = Array.from({ length: size }, (_, x) => (isDark(x, y) ? '0' : '1')).join('');
    // Each line begins with the number of its filter: none.
    return [0, ...(bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2))];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // One bit for each pixel, grey; compression, filter and interlacing are the only or plain ones.
  header[8] = 1;
  const parts = [
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return `data:image/png;base64,${Buffer.concat(parts).toString('base64')}`;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
