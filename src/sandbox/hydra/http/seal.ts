import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Turns values into opaque texts that only this server can read: page tokens, challenges, verifiers. */
export class Seal {
  private readonly key: Buffer;

  /** @param secret what the texts are sealed with: `secrets.system` of the configuration. */
  constructor(secret: string) {
    this.key = createHash('sha256').update(secret).digest();
  }

  /** @param purpose what the text is for; it opens for the same purpose only. */
  close(purpose: string, value: unknown): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** The value again; undefined when the text is not one of ours. */
  open(purpose: string, text: string): unknown {
    const bytes = Buffer.from(text, 'base64url');
    // Decoding passes over whatever is no letter of it: such a text is another one, and none of ours.
    if (bytes.length < 29 || bytes.toString('base64url') !== text) return undefined;
    try {
      const cipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12)).setAAD(
        Buffer.from(purpose),
      );
      cipher.setAuthTag(bytes.subarray(-16));
      const opened = Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]);
      return JSON.parse(opened.toString('utf8')) as unknown;
    } catch {
      return undefined;
    }
  }
}
