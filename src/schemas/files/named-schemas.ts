/** A path longer than this is none. */
const LONGEST = 500;

/** Paths of `url: file://….json` in a configuration of Kratos, each once. */
export const namedIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\burl"?:[ \t]{0,20}["']?file:\/\/([^\s"'#]{1,500}\.json)(?![\w.])/g)].flatMap(
      ([, path = '']) => (path.length > LONGEST ? [] : [path]),
    ),
  ),
];

/**
 * Where a file that a configuration names may be, from the folder that the configuration is in. The path is one of the
 * machine that the server runs on: as much of its end as there is is tried, the longest first, there and in the folder
 * around it.
 */
export function candidatesOf(path: string): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const upwards = parts.findIndex((part) => part !== '..');
  const named = parts.slice(Math.max(0, upwards)).filter((part) => part !== '..');
  const ends = named.map((_, at) => named.slice(at).join('/'));
  const asWritten = path.startsWith('/') ? [] : [parts.join('/')];
  return [...new Set([...asWritten, ...ends.flatMap((end) => [end, `../${end}`])])].filter(Boolean);
}
