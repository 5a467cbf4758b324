import { existsSync, readFileSync } from 'node:fs';
import { toString } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { packRules } from '../../src/facts/governing.js';
import { RULE_IDS } from '../../src/rules/index.js';

const CORPUS = '../shared/corpus/spec/docs';
const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

interface Row {
  /** The heading above the table: a document's name. */
  document: string;
  cells: string[];
  /** What stands in backticks in the last cell, or in the first where there are two. */
  named: string[];
}

/** The rows of every table of the page. */
function rowsOfPage(): Row[] {
  const rows: Row[] = [];
  let document = '';
  visit(markdown.parse(readFileSync('docs/clauses.md', 'utf8')), (node) => {
    if (node.type === 'heading') document = toString(node);
    if (node.type !== 'table') return;
    for (const row of node.children.slice(1)) {
      const cells = row.children.map((cell) => toString(cell));
      const ruling = row.children.length === 2 ? row.children[0] : row.children.at(-1);
      const named: string[] = [];
      if (ruling) visit(ruling, 'inlineCode', ({ value }) => void named.push(value));
      rows.push({ document, cells, named });
    }
  });
  return rows;
}

const rows = rowsOfPage();
const clauses = rows.filter(({ cells }) => cells.length === 4);

/** Parts of the rules file, and commands, that a row may name beside rules. */
const OTHERS = ['delegation', 'paths.proposals', '/lgtm'];

describe('The table of clauses', () => {
  it('names rules that there are', () => {
    const unknown = rows.flatMap(({ named }) => named).filter((name) => !OTHERS.includes(name) && !isRule(name));
    expect(unknown).toEqual([]);
  });

  it('names every rule', () => {
    const named = new Set(rows.flatMap((row) => row.named));
    expect(RULE_IDS.filter((id) => !named.has(id))).toEqual([]);
  });

  it('gives each clause a name of its own, and a rule or why there is none', () => {
    const names = clauses.map(({ cells }) => cells[0]);
    expect(new Set(names).size).toBe(names.length);
    for (const { cells, named } of clauses) expect(named.length > 0 || /^none\b/.test(cells[3] ?? '')).toBe(true);
  });

  it('speaks of each document that a rule comes from', () => {
    const documents = new Set(clauses.map(({ document }) => document));
    const from = Object.values(packRules().rules).flatMap(({ clause }) => clause.match(/[\w-]+\.mdx/g) ?? []);
    expect([...new Set(from)].filter((document) => !documents.has(document))).toEqual([]);
  });
});

const isRule = (name: string): boolean => (RULE_IDS as readonly string[]).includes(name);

describe.skipIf(!existsSync(CORPUS))(`The documents themselves (skipped without ${CORPUS})`, () => {
  /** Headings, the title, and the titles of the MDX steps of a document. */
  const known = new Map<string, string[]>();
  const headingsOf = (document: string): string[] => {
    const before = known.get(document);
    if (before) return before;
    const folder = document === 'roadmap.mdx' ? 'development' : 'community';
    const text = readFileSync(`${CORPUS}/${folder}/${document}`, 'utf8');
    const found = [...text.matchAll(/^title: (.*)$|<Step title="([^"(]*?)\s*[("]/gm)].map(
      ([, title, step]) => title ?? step ?? '',
    );
    visit(markdown.parse(text), 'heading', (heading) => void found.push(toString(heading)));
    known.set(document, found);
    return found;
  };

  it.each([...new Set(clauses.map(({ document }) => document))])('%s has every heading that is named', (document) => {
    const headings = headingsOf(document);
    const named = clauses.filter((row) => row.document === document).map(({ cells }) => cells[1] ?? '');
    expect([...new Set(named)].filter((heading) => !headings.includes(heading))).toEqual([]);
  });

  it("the pack's clauses name headings of their documents", () => {
    const wrong = Object.entries(packRules().rules).flatMap(([id, { clause }]) =>
      [...clause.matchAll(/([\w-]+\.mdx), ([^,;.(]+)/g)]
        .filter(([, document = '', heading = '']) => !startsWithHeading(headingsOf(document), heading.trim()))
        .map(([text]) => `${id}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });
});

const startsWithHeading = (headings: readonly string[], text: string): boolean =>
  headings.some((heading) => heading !== '' && text.startsWith(heading.split(',')[0] ?? heading));
