import { MASK } from './mask.ts';

/** A code as Kratos sends it, among the words of a subject. */
const CODE = /(?<!\d)\d{4,12}(?!\d)/g;

export const holdsCode = (subject: string): boolean => subject.search(CODE) >= 0;

/** The subject of a message without the code that newer servers put there ("Use code … to log in"). */
export const withoutCode = (subject: string | undefined): string => (subject ?? '').replace(CODE, MASK);
