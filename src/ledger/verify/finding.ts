/** What does not follow, by the room in which it was found. */
export type FindingCode =
  | 'ledger/broken'
  | 'ledger/folder'
  | 'ledger/subject'
  | 'ledger/decision'
  | 'ledger/cut'
  | 'rules/form'
  | 'people/form'
  | 'index/form'
  | 'index/differs'
  | 'file/unknown'
  | 'file/not-text'
  | 'commit/app'
  | 'commit/signature'
  | 'commit/parents'
  | 'commit/changes'
  | 'commit/known'
  | 'commit/working-tree';

/** Something in a record that does not follow from its ledgers, its rules, or its history. */
export interface Finding {
  code: FindingCode;
  /** The ledger that it is about, by the number of its pull request; null where it is about none. */
  ledger: number | null;
  /** Path on the record branch; null where it is about a whole commit. */
  path: string | null;
  /** Line of that file, from 1; null where it is about the whole file. */
  line: number | null;
  /** The commit that did it; null where no history was looked at, or the state at its end is meant. */
  commit: string | null;
  /** One sentence for people. */
  message: string;
}

/** A finding with what it is not about left out. */
export const finding = (
  code: FindingCode,
  message: string,
  about: Partial<Omit<Finding, 'code' | 'message'>> = {},
): Finding => ({ code, ledger: null, path: null, line: null, commit: null, ...about, message });
