#!/usr/bin/env node
import { systemClock } from '../clock.js';
import { EXIT, type Io, type Output } from './io.js';
import { run } from './run.js';

/** A reader that has seen enough (`convenor check . | head`) is no failure, and nothing to say. */
function quietly(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return { write: (text) => stream.write(text), isTTY: stream.isTTY };
}

const io: Io = {
  stdout: quietly(process.stdout),
  stderr: quietly(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  now: () => systemClock.now().toString({ smallestUnit: 'second' }),
  today: () => systemClock.now().toZonedDateTimeISO('UTC').toPlainDate().toString(),
};

try {
  // No process.exit: it would cut what a slow reader of the pipe has not taken yet.
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  // Node's own status for this would be 1, and that says "findings".
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`convenor: this is a mistake in Convenor; please report it.\n${trace}\n`);
  process.exitCode = EXIT.wrongUse;
}
