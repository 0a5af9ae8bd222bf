// A rule: what people read is extracted for translation.

/** Members of objects that people read, whatever stands in them. */
const READ = new Set([
  ...['label', 'title', 'description', 'detail', 'placeHolder', 'placeholder', 'prompt', 'verb', 'heading'],
  ...['tooltip', 'hint', 'button', 'question', 'consequence', 'noun', 'plural', 'summary', 'searchHint'],
]);

/** Two words at least, as a sentence has them. */
const isSentence = (text) => /[A-Za-z’]{2,}[,;:]? [A-Za-z’…“(]/.test(text) && /[a-z]{3}/.test(text);
const isWord = (text) => /[A-Za-z][a-z]{2}/.test(text.replace(/\$\([\w~-]+\)/g, ''));

/** A path, an address, a name of a file or an example of one: what is typed, not read. */
const isCode = (text) => /^\S*[/._:\-\d]\S*$/.test(text);

const textOf = (node) =>
  node.type === 'TemplateLiteral'
    ? node.quasis.map(({ value }) => value.cooked).join('…')
    : typeof node.value === 'string'
      ? node.value
      : '';

const calleeOf = (node, code) => (node.type === 'CallExpression' ? code.getText(node.callee) : '');

/** Where a text is for the log, for whoever maintains this, or is no text. */
const NOT_READ =
  /(^|\.)(l10n\.t|log\.\w+|log\(\)\.\w+|assert(\.\w+)?|executeCommand|register\w*|matchAll|RegExp)$/;

/** What is sent. */
const PROTOCOL = /^(Bearer|Basic|openid|text\/html;) /;

/** @type {import('eslint').Rule.RuleModule} */
export const extracted = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { text: 'What people read is extracted for translation: l10n.t(…). Not read: {{text}}' },
  },
  create({ sourceCode, report }) {
    const { program, esTreeNodeToTSNodeMap: nodes } = sourceCode.parserServices;
    const checker = program.getTypeChecker();
    /** A text that is one of a few is a name in the code. */
    const isName = (node) => {
      const wanted = checker.getContextualType(nodes.get(node));
      const types = wanted ? (wanted.isUnion() ? wanted.types : [wanted]) : [];
      return (
        types.length > 0 &&
        types.some((type) => type.isStringLiteral()) &&
        !types.some((type) => type.flags & 4)
      );
    };
    const isExempt = (node) => {
      for (let at = node; at.parent; at = at.parent) {
        const { parent } = at;
        if (parent.type === 'ImportDeclaration' || parent.type.startsWith('TS'))
          return !/^TS(As|Satisfies|NonNull)/.test(parent.type);
        if (parent.type === 'NewExpression' && sourceCode.getText(parent.callee) === 'Error') return true;
        if (NOT_READ.test(calleeOf(parent, sourceCode))) return true;
        if (parent.type === 'Property' && parent.key === at) return true;
        if (parent.type === 'BinaryExpression' && /^[!=]==$/.test(parent.operator)) return true;
        if (/Statement$|Function/.test(parent.type)) return false;
      }
      return false;
    };
    const isRead = ({ parent }, text) => {
      const name = parent.type === 'Property' ? (parent.key.name ?? parent.key.value) : '';
      return READ.has(name) && isWord(text) && !isCode(text) && !(name === 'label' && /^[a-z]+$/.test(text));
    };
    const look = (node) => {
      const text = textOf(node);
      if (!isSentence(text) && !isRead(node, text)) return;
      if (PROTOCOL.test(text) || isName(node) || isExempt(node)) return;
      report({ node, messageId: 'text', data: { text: text.slice(0, 60) } });
    };
    return {
      Literal: look,
      TemplateLiteral(node) {
        const tag =
          node.parent.type === 'TaggedTemplateExpression' ? sourceCode.getText(node.parent.tag) : '';
        if (tag === '') look(node);
        if (tag !== 'html' && tag !== 'svg') return;
        // Words between tags, and in attributes that are read out.
        const markup = node.quasis.map(({ value }) => value.cooked).join('…');
        const read = [...markup.matchAll(/(?:title|label|placeholder|aria-\w+)="([^"…]*)"/g)].map(
          ([, words]) => words,
        );
        const between = markup.replace(/<[^>]*>/g, '\n').split('\n');
        const words = [...read, ...between].find((part) => isWord(part) && !/^\s*[{&]/.test(part));
        if (words) report({ node, messageId: 'text', data: { text: words.trim().slice(0, 60) } });
      },
    };
  },
};
