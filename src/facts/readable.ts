import { readSources, type PeoplePaths, type PeopleTexts } from '../people/index.js';
import { loadRules, readTakenOver, RULES_FILE, TAKEN_OVER_FILE, type RulesProblem } from '../rules/index.js';

export { RULES_FILE, TAKEN_OVER_FILE };

/** A file that governs. */
export interface GoverningFile {
  kind: 'rules' | 'roster' | 'maintainers' | 'charter' | 'taken-over';
  path: string;
}

/** What a file that governs says: its whole text; null where there is no file, or one that is not text or was not had whole. */
export interface FileText extends GoverningFile {
  text: string | null;
  /** Whether there is a file whose text cannot be had. */
  isNoText: boolean;
}

/**
 * What of a page says that it is not all there. Everything else that is wrong with a page is a gap in what it says, and
 * the rest of it holds.
 */
const NOT_WHOLE = new Set(['people/charter-cut', 'people/maintainers-cut', 'people/charter-empty', 'people/too-heavy']);

/**
 * Why a file cannot be taken as it stands, everything at once and with its place; empty where it can. Rules, a roster and
 * the list of what was taken over cannot with any mistake in them: half of them never holds. A charter or a list of maintainers cannot where it is not
 * whole: empty, cut off before its last sections, too heavy to be read. No file at all is none that is broken.
 * @param paths where the rules say that charters lie, whose folders tell their kind
 */
export function whyBroken(file: FileText, paths: PeoplePaths): RulesProblem[] {
  const { kind, path, text } = file;
  if (file.isNoText) {
    const message = 'The file is too large or no text, so it cannot be read whole.';
    return [{ code: 'rules/no-text', path, line: 1, column: 1, message, excerpt: '' }];
  }
  if (text === null) return [];
  if (kind === 'rules') {
    const result = loadRules(text, path);
    return result.ok ? [] : result.problems;
  }
  if (kind === 'taken-over') {
    const result = readTakenOver(text, path);
    return result.ok ? [] : result.problems;
  }
  const { problems, rosterBroken } = readSources(only(file, text), paths);
  return problems
    .filter(({ code }) => (kind === 'roster' ? rosterBroken : NOT_WHOLE.has(code)))
    .map(({ code, line, column, message, help }) => {
      const excerpt = (text.split('\n')[line - 1] ?? '').slice(0, 200);
      return { code, path, line, column, message: `${message} ${help}`, excerpt };
    });
}

const only = ({ kind, path }: GoverningFile, text: string): PeopleTexts => ({
  maintainers: kind === 'maintainers' ? text : null,
  roster: kind === 'roster' ? text : null,
  charters: kind === 'charter' ? [{ path, text }] : [],
});
