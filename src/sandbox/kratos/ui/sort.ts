import { wordOf } from '../../json/values.ts';
import { nodeId, type UiNode } from './node.ts';

export interface Order {
  /** Groups in the order in which they follow each other; groups that are not named come first. */
  readonly groups: readonly string[];
  /** Beginnings of field names, in the order in which the fields of one group follow each other. */
  readonly keys: readonly string[];
}

/**
 * Orders a form as Kratos does. Its comparison contradicts itself now and then (default and password count as one
 * group), so that the result depends on the way of sorting: this is the insertion that its library uses.
 */
export function sortNodes(nodes: readonly UiNode[], order: Order): UiNode[] {
  const grouped = insertionSort(
    nodes,
    (a, b) => order.groups.indexOf(a.group) < order.groups.indexOf(b.group),
  );
  return insertionSort(grouped, (a, b) => {
    const together = a.group === b.group || (isFirstStep(a) && isFirstStep(b));
    if (!together) return false;
    const [first, second] = [place(a, order, nodes.length), place(b, order, nodes.length)];
    return first === second ? shownValue(a) < shownValue(b) : first < second;
  });
}

const isFirstStep = ({ group }: UiNode): boolean => group === 'default' || group === 'password';

function place(node: UiNode, { keys }: Order, count: number): number {
  const id = nodeId(node);
  // The button that chooses the method ends its group.
  if (id === 'method') return count + keys.length + 1;
  const at = keys.findIndex((key) => id.startsWith(key));
  return at < 0 ? keys.length : at;
}

/** What decides between fields in the same place: their values as text, nothing being `<nil>` there. */
function shownValue({ attributes }: UiNode): string {
  const value = attributes.value ?? attributes.src ?? attributes.href;
  return value === undefined ? '<nil>' : wordOf(value);
}

function insertionSort(nodes: readonly UiNode[], isBefore: (a: UiNode, b: UiNode) => boolean): UiNode[] {
  const out: UiNode[] = [];
  for (const node of nodes) {
    let at = out.length;
    for (let other = out[at - 1]; other && isBefore(node, other); other = out[--at - 1]);
    out.splice(at, 0, node);
  }
  return out;
}
