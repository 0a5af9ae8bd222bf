import { badRequest } from './errors.ts';

const OCTAL = /^0o?[0-7]+$/i;

/**
 * `max-depth` of a query; 0 when it is not given. Written as in Go source: decimal, 0x…, 0o… or 0b…. Throws a 400.
 */
export function maxDepth(query: URLSearchParams): number {
  const text = query.get('max-depth');
  if (text === null) return 0;
  const [, sign = '', digits = ''] = /^([-+]?)([^-+].*)$/s.exec(text) ?? [];
  const plain = digits.replace(/(?<=[0-9a-f])_(?=[0-9a-f])/gi, '');
  const known = /^(0|[1-9]\d*|0x[0-9a-f]+|0b[01]+)$/i.test(plain);
  const value = OCTAL.test(plain) ? parseInt(plain.replace(/^0o?/i, ''), 8) : known ? Number(plain) : NaN;
  if (Number.isNaN(value)) throw unreadable('ParseInt', text, 'invalid syntax', MAX_DEPTH_PREFIX);
  if (value > MAX_INT) throw unreadable('ParseInt', text, 'value out of range', MAX_DEPTH_PREFIX);
  return sign === '-' ? -value : value;
}

/** `page_size` of a query: the first that is not empty; 0 when there is none. Throws a 400. */
export function pageSize(query: URLSearchParams): number {
  const text = query.getAll('page_size').find((value) => value !== '');
  if (text === undefined) return 0;
  if (!/^[-+]?\d+$/.test(text)) throw unreadable('Atoi', text, 'invalid syntax');
  if (Math.abs(Number(text)) > MAX_INT) throw unreadable('Atoi', text, 'value out of range');
  return Number(text);
}

const MAX_INT = 2 ** 63;
const MAX_DEPTH_PREFIX = "unable to parse 'max-depth' query parameter to int: ";

const unreadable = (parser: string, text: string, why: string, prefix = '') =>
  badRequest(`${prefix}strconv.${parser}: parsing ${JSON.stringify(text)}: ${why}`);
