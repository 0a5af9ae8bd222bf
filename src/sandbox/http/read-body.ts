import type { IncomingMessage } from 'node:http';

/** The largest body that the sandbox reads: a batch of a thousand identities fits easily. */
export const BODY_LIMIT = 16 * 1024 * 1024;

/** The whole body, or undefined when it is larger than the limit (the rest is then read and dropped). */
export async function readBody(message: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}
