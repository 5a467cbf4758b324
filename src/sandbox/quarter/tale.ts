/** What somebody does on a pull request. */
export type Deed =
  /** Opens it with the document, which has a placeholder for its number. */
  | { does: 'opens'; body?: string }
  /** Renames the document to the number of its pull request, and writes that into it. */
  | { does: 'numbers' }
  /** Comments; `{slug}` stands for the number of another proposal of the quarter. */
  | { does: 'says'; words: string }
  | { does: 'approves'; words: string }
  /** Pushes the document with one text in place of another. */
  | { does: 'rewrites'; from: string; to: string }
  /** Accepts the newest suggestion. */
  | { does: 'accepts' }
  /** Opens another pull request that carries the same document beside a file of its own. */
  | { does: 'carries'; path: string; text: string }
  /** Merges the pull request that brings the status in the merged document in step. */
  | { does: 'steps' }
  | { does: 'assigns' | 'merges' | 'closes' };

/** Something that happens. */
export type Step = Deed & {
  /** `YYYY-MM-DD HH:MM` in UTC. */
  at: string;
  /** Login. */
  who: string;
};

/** Sections of an invented document; those that are left out say the usual. */
export interface Text {
  title: string;
  track: 'Standards Track' | 'Informational' | 'Process';
  /** Title of the Working Group that the preamble names; null where it names none. */
  group: string | null;
  abstract: string;
  motivation: string;
  specification: string;
  rationale: string;
}

/** A proposal of the quarter: who brings it, what it says, and what happens to it. */
export interface Tale {
  /** Names its file and the tale. */
  slug: string;
  /** Login of its author. */
  author: string;
  text: Text;
  steps: readonly Step[];
}

/** One row of a tale: `YYYY-MM-DD HH:MM`, who, and what they do. */
export type Row = [at: string, who: string, deed: Deed];

/** The steps of a tale, written as rows in the order in which they happen. */
export const steps = (rows: readonly Row[]): Step[] => rows.map(([at, who, deed]) => ({ at, who, ...deed }));

export const opens: Deed = { does: 'opens' };
export const numbers: Deed = { does: 'numbers' };
export const says = (words: string): Deed => ({ does: 'says', words });
