import type { GitHubClient } from '../github/clients.js';
import type { RawBlob } from '../github/queries/fragments.js';
import { GOVERNING, type RawGoverning } from '../github/queries/governing.js';
import { query, wholeText } from '../github/read.js';
import type { PeopleTexts } from '../people/index.js';
import type { Rules } from '../rules/schema.js';
import { TEMPLATES_FOLDER, type TemplateFile } from '../templates/index.js';
import type { Library, RepositoryRef } from './facts.js';
import { libraryOf } from './library.js';
import { RULES_FILE, TAKEN_OVER_FILE, type FileText } from './readable.js';

/** The texts that govern a repository: its rules, and who is who. A file that is not there is null. */
export interface GoverningTexts extends PeopleTexts {
  rules: string | null;
}

/** Everything that governs a repository at one commit, file by file, and the merged proposals there. */
export interface GoverningFiles {
  rules: FileText;
  /** Roster, maintainers, charters, and the list of what was taken over. */
  people: FileText[];
  library: Library;
  /** Its own templates; a file whose text cannot be had is there all the same. */
  templates: TemplateFile[];
}

/** Where the governing files are, as the queries ask for them. */
export const governedBy = ({ workingGroups, interestGroups, maintainers, roster, ...paths }: Rules['paths']) => ({
  rulesFile: RULES_FILE,
  workingGroups,
  interestGroups,
  maintainers,
  roster,
  proposals: paths.proposals,
  template: paths.template ?? '',
  hasTemplate: paths.template !== null,
  words: TEMPLATES_FOLDER,
  takenOver: TAKEN_OVER_FILE,
});

/** Reads what governs a repository at a commit, where its rules name these paths: one request. */
export async function filesAt(
  client: GitHubClient,
  repository: RepositoryRef,
  commit: string,
  paths: Rules['paths'],
): Promise<GoverningFiles> {
  const raw = await query<RawGoverning>(client, GOVERNING, { ...repository, commit, ...governedBy(paths) });
  const at = raw.repository?.object;
  if (!at) throw new Error('The commit of the default branch could not be read.');
  return {
    rules: fileOf('rules', RULES_FILE, at.rules?.object),
    people: [
      fileOf('maintainers', paths.maintainers, at.maintainers?.object),
      fileOf('roster', paths.roster, at.roster?.object),
      ...chartersIn(at.groups?.object, paths.workingGroups),
      ...chartersIn(at.interest?.object, paths.interestGroups),
      fileOf('taken-over', TAKEN_OVER_FILE, at.takenOver?.object),
    ],
    library: libraryOf(at.proposals?.object, at.template?.object, paths.proposals),
    templates: (at.words?.object?.entries ?? []).map(({ name, object }) => ({ name, text: wholeText(object) })),
  };
}

/** The texts of files, as they are read for who is who; a file whose text cannot be had is left out. */
export function textsOf(people: readonly FileText[]): PeopleTexts {
  const one = (kind: FileText['kind']): string | null => people.find((file) => file.kind === kind)?.text ?? null;
  const charters = people.flatMap(({ kind, path, text }) =>
    kind === 'charter' && text !== null ? [{ path, text }] : [],
  );
  return { maintainers: one('maintainers'), roster: one('roster'), charters };
}

/** A file's whole text, or null where there is no file. A part of a file is never taken for the whole. */
export function textOf(blob: RawBlob | null | undefined, path: string): string | null {
  const text = wholeText(blob);
  if (blob && text === null) throw new Error(`${path} is too large or no text, so it cannot be read whole.`);
  return text;
}

/** A file as a query gave it; null for one that is not there. */
export function fileOf(kind: FileText['kind'], path: string, blob: RawBlob | null | undefined): FileText {
  const text = wholeText(blob);
  return { kind, path, text, isNoText: Boolean(blob) && text === null };
}

/** The charters of a folder, which is not read deeper. */
export const chartersIn = (folder: RawBlob | null | undefined, path: string): FileText[] =>
  (folder?.entries ?? [])
    .filter((entry) => /\.mdx?$/.test(entry.name))
    .map((entry) => fileOf('charter', `${path}/${entry.name}`, entry.object));
