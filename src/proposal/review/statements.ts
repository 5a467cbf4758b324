import type { Proposal } from '../types.js';
import { bodyOf, type Body, type BodyLine } from './body.js';
import { normativeLines } from './keywords.js';

/** A sentence of a specification that demands something. */
export interface Statement {
  /** Where it begins, from 1. */
  line: number;
  /** As written, on one line; a long one is cut. */
  text: string;
  /** How much it demands: MUST with its equals, or SHOULD with its own. MAY demands nothing. */
  demand: 'MUST' | 'SHOULD';
}

/** Source: RFC 2119. SHALL and REQUIRED are MUST, RECOMMENDED is SHOULD, each with and without NOT. */
const MUST = /\b(?:MUST|SHALL|REQUIRED)\b/;
const SHOULD = /\b(?:SHOULD|RECOMMENDED)\b/;

/** More are a specification of its own. */
const MOST = 300;
const LONGEST = 600;

/** The end of a sentence: what follows begins like another one. */
const END = /[.!?][)"'*_]{0,3}\s+(?=[A-Z`"'(*_[])/g;
/** A line that begins something of its own within a paragraph's lines. */
const ITEM = /^\s{0,12}(?:[-*+]|\d{1,3}[.)])\s+/;

/** The sentences of a proposal's specification that demand something, in the document's order; empty where it cannot be read. */
export function normativeStatements(source: string, proposal: Proposal): Statement[] {
  const body = bodyOf(source, proposal);
  const found: Statement[] = [];
  for (const paragraph of paragraphs(normativeLines(body))) {
    for (const statement of statementsIn(paragraph, body)) {
      if (found.length === MOST) return found;
      found.push(statement);
    }
  }
  return found;
}

/** Lines that are read as one: those that follow each other, up to a blank one or the next item of a list. */
function paragraphs(lines: readonly BodyLine[]): BodyLine[][] {
  const all: BodyLine[][] = [];
  for (const line of lines) {
    const last = all.at(-1)?.at(-1);
    const goesOn = last?.number === line.number - 1 && last.text.trim() !== '' && !ITEM.test(line.text);
    if (line.text.trim() === '' && !line.visible) continue;
    if (goesOn) all.at(-1)?.push(line);
    else all.push([line]);
  }
  return all;
}

function statementsIn(lines: readonly BodyLine[], { source }: Body): Statement[] {
  // Code is blanked in the one and stands in the other; both have the same columns.
  const blanked = lines.map(({ text }) => text).join('\n');
  const written = lines.map(({ number, text }) => (source.all[number - 1]?.text ?? '').padEnd(text.length)).join('\n');
  const ends = [...blanked.matchAll(END)].map(({ 0: end, index }) => index + end.length);
  return [0, ...ends].flatMap((start, index): Statement[] => {
    const end = ends[index] ?? blanked.length;
    const sentence = blanked.slice(start, end);
    const demand = MUST.test(sentence) ? 'MUST' : SHOULD.test(sentence) ? 'SHOULD' : null;
    const line = lines[(blanked.slice(0, start).match(/\n/g) ?? []).length]?.number;
    if (demand === null || line === undefined) return [];
    const text = written.slice(start, end).replace(ITEM, '').replace(/\s+/g, ' ').trim();
    return [{ line, text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, demand }];
  });
}
