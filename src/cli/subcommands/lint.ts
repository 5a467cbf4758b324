import { resolve } from 'node:path';
import { RULES_FILE } from '../../facts/governing.js';
import { nearest } from '../../near.js';
import {
  EXPLANATIONS,
  explanationPage,
  mendAll,
  readProposal,
  reviewProposal,
  type Finding,
} from '../../proposal/index.js';
import { annotation } from '../annotations.js';
import { complain, EXIT, printJson, type ExitCode, type Io } from '../io.js';
import { contextsOf, filesNamed, rewrite, type LintFile } from '../lint-files.js';
import { fromProposal, tally, type Problem } from '../problem.js';
import { problemLines, summaryLine } from '../report.js';
import { subcommand } from '../subcommand.js';
import { clean, counted, painter } from '../terminal.js';

/** A finding in a file, as `--format json` prints it. */
interface Found extends Problem {
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly fix: Finding['fix'] | null;
}

interface Result {
  readonly files: number;
  readonly problems: readonly Found[];
  /** What `--fix` mended. */
  readonly mended: readonly Found[];
}

const FORMATS: Readonly<Record<string, (result: Result, io: Io) => void>> = { text, json, github };

export const lint = subcommand({
  name: 'lint',
  usage: 'lint [--fix] [--format text|json|github] [--explain CODE] PATH...',
  summary: 'Says what an editor would say about proposals, and mends what can be mended.',
  help: [
    'PATH is a file, or a folder: then the proposals in it are taken; of the root of a clone those in its folder of proposals. An error could not be read or is wrong, a warning was read liberally or will be asked about, a note (info) is worth knowing. A draft is looked at more gently than a proposal in review, and one that is decided gets notes only. Links are followed on this disk; what only the pull request or the roster can tell is not spoken of.',
    `In a clone (the nearest folder above with ${RULES_FILE} or .git) its rules say where proposals and the template are and which rendered page belongs to each; without rules the default pack does. Rules with errors are passed over with a line on stderr.`,
    'With --fix: makes every mend that is one edit, says which, and touches nothing else of a file, byte for byte. What is left is said as without it.',
    'With --format json: an object with "files" (how many), "errors", "warnings", "infos", "problems" and "mended": arrays of objects with "path", "line", "column", "endLine" and "endColumn" (where known), "severity", "code", "message", "help" (or null), "excerpt" (null) and "fix" (null, or "startLine", "endLine" and "replacement": whole lines). With --format github: lines that GitHub Actions shows on the files.',
    'Exit status: 0 where nothing but notes was found, 1 where there are errors or warnings, 2 where a file could not be opened or written; the others are linted all the same.',
  ],
  examples: [
    { line: 'convenor lint seps/0000-my-idea.md', says: 'See what is to be mended before you open the pull request.' },
    { line: 'convenor lint --fix seps', says: 'Mend what can be mended in all proposals of a folder.' },
    {
      line: 'convenor lint --format github seps',
      says: 'Show the findings on the lines of a pull request, from a job.',
    },
    { line: 'convenor lint --explain section/missing', says: 'Read why a finding matters, with examples.' },
  ],
  options: {
    fix: { type: 'boolean', says: 'Mend what can be mended, and say what.' },
    format: { type: 'string', value: 'FORMAT', says: 'How to print: text (for people), json or github.' },
    explain: { type: 'string', value: 'CODE', says: 'Print what a code means, and nothing else.' },
  },
  operands: { min: 0, max: Infinity, noun: 'at least one file or folder' },
  async run({ values, operands }, io) {
    if (values.explain !== undefined) return explain(values.explain, io);
    const { format = 'text' } = values;
    const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (!print) {
      complain(io, `there is no format "${format}". Take one of: ${Object.keys(FORMATS).join(', ')}.`);
      return EXIT.wrongUse;
    }
    if (operands.length === 0) {
      complain(io, `"lint" needs at least one file or folder. Usage: convenor ${lint.usage}`);
      return EXIT.wrongUse;
    }
    const { files, problems: refused, notes } = await filesNamed(operands, io.cwd);
    for (const note of notes) complain(io, note);
    const { written, ...result } = await lintFiles(files, { fix: values.fix === true }, io);
    print(result, io);
    for (const problem of refused) complain(io, problem);
    if (refused.length > 0 || !written) return EXIT.wrongUse;
    const { error, warning } = tally(result.problems);
    return error + warning > 0 ? EXIT.findings : EXIT.fine;
  },
});

function explain(code: string, io: Io): ExitCode {
  const explanation = EXPLANATIONS.find((each) => each.code === code);
  if (explanation) {
    io.stdout.write(`${explanationPage(explanation, 1)}\n`);
    return EXIT.fine;
  }
  const codes = EXPLANATIONS.map((each) => each.code);
  const near = nearest(code, codes) ?? codes.find((each) => each.endsWith(`/${code}`)) ?? null;
  const next = near === null ? `There are: ${codes.join(', ')}.` : `Did you mean "${near}"?`;
  complain(io, `there is no code "${code}". ${next}`);
  return EXIT.wrongUse;
}

async function lintFiles(
  files: readonly LintFile[],
  { fix }: { readonly fix: boolean },
  io: Io,
): Promise<Result & { readonly written: boolean }> {
  const problems: Found[] = [];
  const mended: Found[] = [];
  let written = true;
  for (const { file, proposal, context } of await contextsOf(files, { cwd: io.cwd, today: io.today() })) {
    const add = (finding: Finding): number => problems.push(found(file.path, finding));
    if (file.symlink) {
      add(SYMLINK);
      continue;
    }
    if (!fix) {
      reviewProposal(proposal, context).forEach(add);
      continue;
    }
    const better = mendAll(context);
    const changed = better.source !== context.source;
    if (changed && !(await rewrite(resolve(io.cwd, file.path), file.bytes, better.source))) {
      complain(io, `"${file.path}" was changed while it was read, so it was left alone. Try again.`);
      written = false;
      continue;
    }
    mended.push(...better.mended.map((finding) => found(file.path, finding)));
    const { source } = better;
    const after = changed ? readProposal(source, { path: file.path }) : proposal;
    reviewProposal(after, { ...context, source }).forEach(add);
  }
  return { files: files.length, problems, mended, written };
}

const SYMLINK: Finding = {
  code: 'file/symlink',
  severity: 'error',
  line: 1,
  column: 1,
  message: 'The file is a symbolic link.',
  help: 'Put the text itself in its place.',
};

function found(path: string, finding: Finding): Found {
  const { endLine, endColumn, fix } = finding;
  return {
    ...fromProposal(path, finding),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
    fix: fix ?? null,
  };
}

function text({ files, problems, mended }: Result, io: Io): void {
  const paint = painter(io);
  const lines = mended.map(
    ({ path, line, message, code }) => `Mended ${clean(path)}:${line}  ${clean(message)}  ${paint('quiet', code)}`,
  );
  const mendable = problems.filter(({ fix }) => fix !== null).length;
  io.stdout.write(
    [
      ...lines,
      ...(lines.length > 0 ? [''] : []),
      ...problemLines(problems, '', paint),
      summaryLine(problems, files),
      ...(mendable > 0 ? [`${counted(mendable, 'finding')} can be mended: convenor lint --fix`] : []),
      '',
    ].join('\n'),
  );
}

function json({ files, problems, mended }: Result, io: Io): void {
  const { error: errors, warning: warnings, info: infos } = tally(problems);
  printJson(io, { files, errors, warnings, infos, problems, mended });
}

function github({ problems }: Result, io: Io): void {
  io.stdout.write(problems.map((problem) => `${annotation(problem)}\n`).join(''));
}
