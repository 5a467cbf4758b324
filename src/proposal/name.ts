/** What a proposal file's name says. */
export interface ProposalFile {
  /** Null where the name has none or a placeholder. */
  readonly number: number | null;
  /** `0000`, `NNNN`, `TBD` and the like stand where the number will be. */
  readonly placeholder: boolean;
  /** The rest of the name without its ending; may be empty. */
  readonly slug: string;
}

/** Where a specification repository keeps its proposals; a rules file may say otherwise. */
export interface ProposalFileRules {
  /** Folder from the repository's root, without slashes at its ends. Default `seps`. */
  readonly folder?: string;
}

/** Files beside the proposals that are none, compared without case: a slug that begins with one of these words. */
const OTHER_FILES =
  /^(?:readme|template|contributing|changelog|license|index|agents|claude|code_of_conduct|security|faq)$/i;

const NAME =
  /^(?:seps?[-_ ]*(?=\d|[nx]{2,}[-_.]|tbd|draft|new[-_]))?(?:(\d{1,9}|[nx]{3,8}|tbd|tba|draft|new|placeholder)(?:[-_ ]+|$))?(.*)$/i;

/**
 * What a path in a repository is: the file of a proposal, or null where it is none (another folder, a README, a
 * template, no Markdown). Only files right in the folder count.
 */
export function proposalFile(path: string, rules: ProposalFileRules = {}): ProposalFile | null {
  const folder = rules.folder ?? 'seps';
  const slash = path.lastIndexOf('/');
  if (path.slice(0, Math.max(slash, 0)) !== folder) return null;
  return readName(path.slice(slash + 1));
}

/** The same for a file wherever it lies, as on a laptop: only its name is looked at. */
export function numberInName(path: string): number | null {
  return readName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))?.number ?? null;
}

function readName(file: string): ProposalFile | null {
  const stem = /^([^._].*)\.mdx?$/i.exec(file)?.[1];
  if (stem === undefined || OTHER_FILES.test(stem)) return null;
  const match = NAME.exec(stem);
  const written = match?.[1];
  const slug = (match?.[2] ?? stem).replace(/^[-_ ]+/, '');
  if (written === undefined) return { number: null, placeholder: false, slug };
  const number = /^\d+$/.test(written) ? Number(written) : 0;
  if (number === 0 && OTHER_FILES.test(slug)) return null; // 0000-template.md
  return { number: number > 0 ? number : null, placeholder: number === 0, slug };
}
