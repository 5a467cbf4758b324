// How much longer reading and checking takes than remark-parse alone over the same bytes, and whether it grows faster
// than the document. Ratios within one run, so that they hold on any machine. Ends in 1 where one is over its bound.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readProposal, reviewProposal } from '../dist/proposal/index.js';
import { ownDocuments } from './documents.mjs';
import { quickest } from './quickest.mjs';

/** Reading and checking against remark-parse alone. */
const MOST = 1.3;
/** Time for 16 copies of a document against 16 times that for one; a busy machine needs some room. */
const MOST_GROWTH = 2;
const CORPUS = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));

const documents = existsSync(CORPUS) ? corpus() : ownDocuments();
const bytes = documents.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
const whence = existsSync(CORPUS) ? 'the corpus' : 'documents of our own, since ../shared/corpus is missing';
console.log(`${documents.length} documents, ${Math.round(bytes / 1000)} kB (${whence})`);

const parser = unified().use(remarkParse).freeze();
const parse = () => {
  for (const { source } of documents) parser.parse(source);
};
const review = () => {
  for (const document of documents) readAndReview(document);
};
const [reviewing, parsing] = quickest([review, parse]);
const ratio = reviewing / parsing;
console.log(`reading and checking: ${ms(reviewing)}; remark-parse alone: ${ms(parsing)}; ratio ${ratio.toFixed(2)}`);

// A document of middle size, so that 16 copies stay below the cap on a file's size.
const sorted = documents.toSorted((a, b) => a.source.length - b.source.length);
const one = sorted[Math.floor(sorted.length / 2)];
const copies = (count) => ({ ...one, source: Array.from({ length: count }, () => one.source).join('\n') });
const [many, few] = quickest([repeated(copies(16), 4), repeated(copies(1), 64)]);
const growth = many / few;
console.log(`16 copies of one document against 16 times one: ratio ${growth.toFixed(2)}`);

const over = [
  ...(ratio > MOST ? [`the ratio to remark-parse is ${ratio.toFixed(2)}, and may be ${MOST}`] : []),
  ...(growth > MOST_GROWTH ? [`the growth is ${growth.toFixed(2)}, and may be ${MOST_GROWTH}`] : []),
];
for (const each of over) console.error(`too slow: ${each}`);
process.exitCode = over.length === 0 ? 0 : 1;

function repeated(document, times) {
  return () => {
    for (let time = 0; time < times; time++) readAndReview(document);
  };
}

function readAndReview({ path, source }) {
  const context = { path, source, pullRequest: null, today: '2026-08-31', exists: () => true };
  return reviewProposal(readProposal(source, { path }), context);
}

function corpus() {
  const folders = ['spec/seps', ...readdirSync(`${CORPUS}pulls`).map((pull) => `pulls/${pull}/seps`)];
  return folders.flatMap((folder) =>
    readdirSync(CORPUS + folder)
      .filter((name) => name.endsWith('.md') && !/^(?:README|TEMPLATE)/.test(name))
      .map((name) => ({ path: `seps/${name}`, source: readFileSync(`${CORPUS}${folder}/${name}`, 'utf8') })),
  );
}

function ms(time) {
  return `${time.toFixed(0)} ms`;
}
