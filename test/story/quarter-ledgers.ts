import type { Line, LineBody } from '../../src/ledger/lines.js';

/** Lines that stand for a look: when it first saw a thing, and what it was about to make because of it. */
const OF_A_LOOK: readonly LineBody['kind'][] = ['head-seen', 'bound', 'intent', 'made'];

/**
 * A ledger as two tellings of a story are compared, line by line: everything that people said and that was decided, each
 * with its instant, its electorate and its count. Left out are
 * - the lines of a look ({@link OF_A_LOOK}): a look that comes later sees later;
 * - the head that an act is bound to: it is the last one that a look had seen before, certain or not;
 * - when a proposal falls dormant: its days are counted from the looks that saw the warnings ({@link fallsIn});
 * - the moves of the pull request that Convenor itself made: it moves it when it looks;
 * - ids and addresses of comments, and the chain over them: GitHub numbers what it is given in the order in which it comes;
 * - the commit of the default branch, which may have moved on by something else; the rules there, by their hash, stay.
 */
export function told(lines: readonly Line[]): unknown[] {
  const names = new Map(
    lines.flatMap((line) => (line.kind === 'act' ? [[line.source.id, `${line.by.login} ${line.at}`] as const] : [])),
  );
  const announced = new Set(lines.flatMap((line) => (line.kind === 'intent' ? [line.key] : [])));
  const isMoved = (line: LineBody): boolean =>
    line.kind === 'pull' && line.state !== 'merged' && [...announced].some((key) => /^(close|reopen):/.test(key));
  return lines
    .filter((line) => !OF_A_LOOK.includes(line.kind) && !isMoved(line))
    .map(({ prev: _prev, seq: _seq, ...line }) => {
      switch (line.kind) {
        case 'act': {
          const { source, rules, head: _head, ...rest } = line;
          const { kind, index, sha256 } = source;
          return { ...rest, source: { kind, index, sha256 }, rules: rules.sha256 };
        }
        case 'opens':
          return { ...line, cause: named(line.cause, names), rules: line.rules.sha256 };
        case 'closes':
          return { ...line, cause: named(line.cause, names) };
        case 'notice':
        case 'lapses':
          return { kind: line.kind };
        default:
          return 'rules' in line ? { ...line, rules: line.rules.sha256 } : line;
      }
    });
}

const named = (cause: { source: string; index: number } | null, names: ReadonlyMap<string, string>): unknown =>
  cause && { source: names.get(cause.source) ?? 'nobody', index: cause.index };

/** A proposal that fell dormant: when, and the instants at which looks saw its warnings; null where it did not. */
export function fallsIn(lines: readonly Line[]): { at: string; warned: string[] } | null {
  const at = lines.find(({ kind }) => kind === 'lapses')?.at;
  const warned = lines.flatMap((line) => (line.kind === 'made' && line.key.startsWith('warn:') ? [line.at] : []));
  return at === undefined ? null : { at, warned };
}

/**
 * What was announced, without its instant: the status, whom Convenor answered, warned and reminded, and what it moved. Who
 * adopts or mends something before a look came is not asked for it any more, so asks and suggestions are left out.
 */
export const announcedIn = (lines: readonly Line[]): string[] =>
  lines
    .flatMap((line) =>
      line.kind === 'intent' && !/^(ask|suggest):/.test(line.key)
        ? [`${line.key.replace(/^reply:.*/, 'reply')} ${line.people.map(({ login }) => login).join(' ')}`.trim()]
        : [],
    )
    .sort();
