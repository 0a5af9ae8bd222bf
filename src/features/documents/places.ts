import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { parseJson } from '../../ory/json/tree.ts';
import { type Complaint, nearest } from './complaints.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** Where a complaint stands in a text: at the value that it is about, else at the nearest one around it. */
export function stretchOf(text: string, complaint: Complaint): Stretch {
  if (typeof complaint.at !== 'string') return complaint.at;
  const root = parseTree(text);
  if (!root) return { offset: 0, length: text.length };
  const segments = nearest(parseJson(text), complaint.at);
  // jsonc-parser tells a list's items from an object's members by the type of the segment.
  let node = root;
  for (const segment of segments) {
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
    if (!next) break;
    node = next;
  }
  // A whole object underlined says nothing: its name is enough, and of the document its first brace.
  const holds = node.type === 'object' || node.type === 'array';
  const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  if (holds && name) return { offset: name.offset, length: name.length };
  return { offset: node.offset, length: holds ? 1 : node.length };
}
