import { join } from 'node:path';
import { EXIT, type ExitCode, type Io } from '../../cli/io.js';
import { clean } from '../../cli/terminal.js';
import { handleGraphql } from '../graphql/handle.js';
import { handleRest } from '../rest/index.js';
import { check } from './checking.js';
import { filesOf, problemsOf, showCosts } from './ending.js';
import { HELP, readOptions } from './options.js';
import { Paper } from './paper.js';
import { tellNomination } from './nomination.js';
import { playsFor } from './plays.js';
import { introduce } from './introduction.js';
import { setStage, Uncastable, type Play, type Stage } from './stage.js';
import { tell } from './tell.js';
import type { Tables } from './serve.js';
import { tablesFor } from './tables.js';
import { writeOut } from './write-out.js';

/** What the demo may know of the process around it. */
export interface DemoIo extends Io {
  /** Width of the terminal; undefined where there is none. */
  readonly columns?: number | undefined;
  /** Serves the playground until the person has seen enough. */
  serve(tables: readonly Tables[], paper: Paper, port: number | null): Promise<ExitCode>;
}

/** Tells the story that the command line asks for. @returns the exit status; what a person should know is written */
export async function runDemo(args: string[], io: DemoIo): Promise<ExitCode> {
  const wrongUse = (problem: string): ExitCode => {
    io.stderr.write(`demo: ${clean(problem)}\n`);
    return EXIT.wrongUse;
  };
  const read = readOptions(args);
  if (!read.ok) return wrongUse(read.problem);
  if (read.options.help) {
    io.stdout.write(HELP);
    return EXIT.fine;
  }
  const paper = new Paper(io, io.columns);
  if (!read.options.once) {
    const laid = await tablesFor(read.options, io.cwd);
    if (!laid.ok) return wrongUse(laid.problem);
    for (const note of laid.notes) paper.paragraph(note);
    return io.serve(laid.tables, paper, read.options.port);
  }
  const found = await playsFor(read.options, io.cwd);
  if (!found.ok) return wrongUse(found.problem);
  const stages: Stage[] = [];
  try {
    const problems: string[] = [];
    for (const play of found.plays) {
      const stage = await stageOf(play);
      if (stage instanceof Uncastable) return wrongUse(stage.message);
      stages.push(stage);
      introduce(stage, paper, stages.length, found.plays.length);
      problems.push(...problemsOf(await tell(stage, paper)));
      // The ladder is the same whatever a group's word is worth: it is told once, of the invented specification.
      if (!read.options.real && stages.length === 1) problems.push(...(await tellNomination(stage, paper)));
    }
    problems.push(...(await check(stages, paper)));
    showCosts(stages, paper);
    await writeFiles(stages, paper, io.cwd);
    for (const problem of problems) io.stderr.write(`demo: ${clean(problem)}\n`);
    if (problems.length > 0) return EXIT.findings;
    return EXIT.fine;
  } finally {
    for (const stage of stages) await strike(stage);
  }
}

/** The stage of a play, or why there is nobody to play it. */
async function stageOf(play: Play): Promise<Stage | Uncastable> {
  try {
    return await setStage(play, { rest: handleRest, graphql: handleGraphql });
  } catch (error) {
    if (error instanceof Uncastable) return error;
    throw error;
  }
}

/** Where the records are written, from the folder in which the demo was started. */
const OUT = 'demo-out';

async function writeFiles(stages: readonly Stage[], paper: Paper, cwd: string): Promise<void> {
  const files = filesOf(stages);
  const foreign = await writeOut(join(cwd, OUT), files);
  const start = [...files.keys()].find((path) => path.endsWith('/README.md')) ?? '';
  const folder = stages.length > 1 ? (stages[0]?.play.group ?? '') : '';
  paper.line();
  paper.paragraph(
    `The records stand in ./${OUT}/ (${files.size} files; begin with ${OUT}/${start}). Check them yourself: npx convenor verify ${join(OUT, folder)}`,
  );
  for (const path of foreign) paper.paragraph(`./${OUT}/${path} is not the demo's, and was left alone.`);
}

async function strike({ bench, sandbox }: Stage): Promise<void> {
  await bench.stop();
  await sandbox.close();
}
