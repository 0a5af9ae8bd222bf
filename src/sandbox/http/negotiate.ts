/** An entry of an Accept header. */
interface Accepted {
  readonly type: string;
  readonly quality: number;
}

/**
 * The content type, out of those on offer, that a client prefers; `otherwise` when it takes none of them. The better
 * quality wins, then the more exact entry, then the earlier offer.
 */
export function negotiate(accept: string | undefined, offers: readonly string[], otherwise: string): string {
  const accepted = parse(accept ?? '');
  let best = otherwise;
  let quality = -1;
  let wildness = 3;
  for (const offer of offers) {
    for (const entry of accepted) {
      const wild = wildnessOf(entry.type, offer);
      if (wild === undefined || entry.quality === 0 || entry.quality < quality) continue;
      if (entry.quality > quality || wildness > wild) {
        quality = entry.quality;
        wildness = wild;
        best = offer;
      }
    }
  }
  return best;
}

/** How loosely an entry names the offer: exactly 0, its kind 1, anything 2; undefined when it does not. */
function wildnessOf(type: string, offer: string): number | undefined {
  if (type === '*/*') return 2;
  if (type.endsWith('/*')) return offer.startsWith(type.slice(0, -1)) ? 1 : undefined;
  return type === offer ? 0 : undefined;
}

function parse(accept: string): readonly Accepted[] {
  return accept.split(',').flatMap((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    if (type === '') return [];
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return [{ type: type.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 }];
  });
}
