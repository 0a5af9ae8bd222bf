/** Characters above which a secret is looked for piece by piece. */
export const LONG = 4096;

const PIECE = 1024;

/**
 * A long secret in one of its forms (as it is, in JSON, in an address). It is known by its beginning, and cut out for as
 * long as the text goes on like it: also where the text breaks off, and without a copy of it in each form.
 */
export class LongSecret {
  private readonly head: string;

  constructor(
    private readonly secret: string,
    private readonly form: (text: string) => string,
  ) {
    this.head = form(secret.slice(0, pieceEnd(secret, 0)));
  }

  cutOut(text: string, instead: string): string {
    let clean = '';
    let kept = 0;
    for (let at = text.indexOf(this.head); at >= 0; at = text.indexOf(this.head, kept)) {
      clean += text.slice(kept, at) + instead;
      kept = this.end(text, at);
    }
    return kept === 0 ? text : clean + text.slice(kept);
  }

  /** Where a text that begins like the secret differs from it. */
  private end(text: string, from: number): number {
    let at = from;
    for (let done = 0; done < this.secret.length;) {
      const next = pieceEnd(this.secret, done);
      const piece = this.form(this.secret.slice(done, next));
      if (!text.startsWith(piece, at)) return at + common(text, at, piece);
      at += piece.length;
      done = next;
    }
    return at;
  }
}

/** Not between the two halves of a character. */
function pieceEnd(text: string, from: number): number {
  const end = from + PIECE;
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end;
}

function common(text: string, from: number, piece: string): number {
  let length = 0;
  while (length < piece.length && text[from + length] === piece[length]) length += 1;
  return length;
}
