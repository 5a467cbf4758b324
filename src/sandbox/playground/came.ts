import { lineInWords } from '../page/ledger-words.js';
import { unformatted, type Scene } from '../demo/scene.js';

/** So many lines are told one by one; the ledger shows them all. */
const MOST_LINES = 3;

/** What is other on a pull request and in its record than it was, each in a sentence. */
export function whatCame(before: Scene, after: Scene): string[] {
  const gained = after.labels.filter((name) => !before.labels.includes(name));
  const lost = before.labels.filter((name) => !after.labels.includes(name));
  const lines = after.lines.slice(before.lines.length);
  const more = lines.length - MOST_LINES;
  const checks = after.checks.filter(
    ({ name, conclusion }) => before.checks.find((check) => check.name === name)?.conclusion !== conclusion,
  );
  const refusals = after.refusals.slice(before.refusals.length).map((body) => firstSentence(body));
  const offered = after.suggestions.length - before.suggestions.length;
  return [
    ...refusals.map((why) => `Convenor answers: ${why}`),
    ...(after.headline !== null && after.headline !== before.headline ? [after.headline] : []),
    ...(gained.length > 0 ? [`Labels added: ${gained.join(', ')}.`] : []),
    ...(lost.length > 0 ? [`Labels removed: ${lost.join(', ')}.`] : []),
    ...checks.map(({ name, conclusion }) => `The check \`${name}\` is: ${conclusion}.`),
    ...(offered > 0
      ? [`Convenor suggests ${offered === 1 ? 'an edit' : `${offered} edits`} on lines of the file.`]
      : []),
    ...(more > 1 ? [] : lines.map((line) => `Ledger: ${lineInWords(line)}`)),
    ...(more > 1 ? [`The ledger has ${lines.length} lines more.`] : []),
  ];
}

/** The first paragraph of an answer without its quote and its markup. */
function firstSentence(markdown: string): string {
  const paragraphs = unformatted(markdown.replace(/<\/?sub>/g, ''))
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('>') && !part.startsWith('```'));
  return (paragraphs[0] ?? '').replace(/\s+/g, ' ');
}
