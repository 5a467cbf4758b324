import { inWords } from '../../judge/instants.js';
import { lineInWords } from '../page/ledger-words.js';
import type { LoggedRequest } from '../state/types.js';
import { requestsInWords } from './costs.js';
import type { Paper } from './paper.js';
import { NOTHING, sceneOf, unformatted, type Scene } from './scene.js';
import type { Stage } from './stage.js';
import { authorityOf, begin, chaptersFor, OPENING, type Told } from './story.js';

/** Tells a story from its first chapter to its last, and shows after each what became of it. */
export async function tell(stage: Stage, paper: Paper): Promise<Told> {
  const chapters = chaptersFor(authorityOf(stage));
  let told: Told | null = null;
  let before = NOTHING;
  const chapter = async (index: number, name: string, says: string, act: () => Promise<Told>): Promise<Told> => {
    const since = stage.sandbox.requests.length;
    const number = String(index + 1).padStart(2);
    paper.line();
    paper.line(paper.paint('strong', `${number}  ${capital(name)}`));
    paper.paragraph(says, 4);
    const told = await act();
    const after = sceneOf(told);
    paper.facts('When', [inWords(stage.sandbox.state.now)]);
    show(paper, before, after, stage.sandbox.requests.slice(since));
    before = after;
    return told;
  };
  told = await chapter(0, 'pull request opened', OPENING(stage), () => begin(stage));
  let index = 0;
  for (const { name, says, applies, act } of chapters) {
    const now: Told = told;
    if (applies?.(now) === false) continue;
    told = await chapter(++index, name, says(stage), async () => {
      await act(now);
      return now;
    });
  }
  return told;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What Convenor did that can be seen: only what is other than before. */
function show(paper: Paper, before: Scene, after: Scene, requests: readonly LoggedRequest[]): void {
  const { paint } = paper;
  if (after.headline !== before.headline && after.headline !== null) {
    paper.facts('Status', [after.headline], (line) => paint('strong', line));
  }
  if (after.next.join() !== before.next.join()) paper.facts('Next', after.next);
  const gained = after.labels.filter((name) => !before.labels.includes(name)).map((name) => `+${name}`);
  const lost = before.labels.filter((name) => !after.labels.includes(name)).map((name) => `-${name}`);
  if (gained.length + lost.length > 0) paper.facts('Labels', [[...gained, ...lost].join('  ')]);
  showChecks(paper, before, after);
  showMarks(paper, before, after);
  for (const refusal of after.refusals.slice(before.refusals.length)) {
    paper.facts('Refused', quoted(refusal), (line) => paint('warning', line));
  }
  for (const { from, to } of after.suggestions.slice(before.suggestions.length)) {
    paper.facts('Suggests', [...from.map((line) => `- ${unlisted(line)}`), ...to.map((line) => `+ ${unlisted(line)}`)]);
  }
  const done = after.suggestions.filter(
    ({ resolvedBy }, index) => resolvedBy !== (before.suggestions[index]?.resolvedBy ?? null),
  );
  for (const { to, resolvedBy } of done) {
    paper.facts('Resolved', [`${to.map(unlisted).join(' ')} (by ${resolvedBy ?? 'nobody'})`]);
  }
  const lines = after.lines.slice(before.lines.length);
  paper.facts('Ledger', lines.length > 0 ? lines.map((line) => `+ ${lineInWords(line)}`) : ['Nothing is added.']);
  paper.facts('Requests', [requestsInWords(requests)], (line) => paint('quiet', line));
}

/** A check whose conclusion changed, or whose title does not just repeat the headline. */
function showChecks(paper: Paper, before: Scene, after: Scene): void {
  const shown = after.checks.flatMap(({ name, conclusion, title }) => {
    const known = before.checks.find((check) => check.name === name);
    if (known?.conclusion === conclusion && known.title === title) return [];
    const repeats = after.headline?.startsWith(title) ?? false;
    if (repeats && known?.conclusion === conclusion) return [];
    return [`${name}: ${conclusion}${repeats || title === '' ? '' : `, "${title}"`}`];
  });
  if (shown.length > 0) paper.facts('Checks', shown);
}

/** So many marks on lines are told; the page shows them all. */
const MOST_MARKS = 6;

/** What a check has newly marked on lines of the document. */
function showMarks(paper: Paper, before: Scene, after: Scene): void {
  const known = new Set(before.marks.map(({ message }) => message));
  const marks = after.marks.filter(({ message }) => !known.has(message));
  const told = marks.slice(0, MOST_MARKS).map(({ line, level, message }) => `+ line ${line}, ${level}: ${message}`);
  const more = marks.length - told.length;
  if (marks.length > 0) paper.facts('Marks', more > 0 ? [...told, `+ and ${more} more`] : told);
}

/** A line of a preamble without its list's dash, which would look like the mark of what is taken away. */
const unlisted = (line: string): string => unformatted(line).replace(/^[-*] /, '');

/** A refusal's paragraphs behind a bar. */
const quoted = (markdown: string): string[] =>
  unformatted(markdown.replace(/<\/?sub>/g, ''))
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('```'))
    .map((line) => `│ ${line.replace(/^> /, '')}`);
