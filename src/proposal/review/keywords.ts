import { linesOf, type Body, type BodyLine } from './body.js';
import { normativeSections } from './sections.js';

/** Source: RFC 2119 and RFC 8174: the words have their meaning in capitals only. */
const KEYWORD = /\b(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|MAY|OPTIONAL)\b/;
/** The paragraph that names the words: `The key words "MUST", …` */
const NAMES_THEM = /\bkey ?words?\b|\bRFC ?(?:2119|8174)\b|\bBCP ?14\b/i;

/** Whether the document states a rule with a key word anywhere but in code and where the words are only named. */
export function usesKeywords(body: Body): boolean {
  let naming = false;
  return body.lines.some(({ kind, text, visible }) => {
    if (!visible) naming = false;
    else if (NAMES_THEM.test(text)) naming = true;
    return kind !== 'code' && !naming && KEYWORD.test(text);
  });
}

/** The sentences that are rules: prose in normative sections. Code, quotes and tables state none. */
export function normativeLines(body: Body): BodyLine[] {
  let naming = false;
  return normativeSections(body)
    .flatMap((section) => linesOf(body, section, 'own'))
    .filter(({ kind, text, visible }) => {
      if (!visible) naming = false;
      else if (NAMES_THEM.test(text)) naming = true;
      return kind === 'prose' && !naming && !/^\s*\|/.test(text);
    });
}
