import { EXIT } from '../../cli/io.js';
import { systemClock } from '../../clock.js';
import { runDemo, type DemoIo } from './run.js';
import { serveTables } from './serve.js';

const io: DemoIo = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  today: () => systemClock.now().toZonedDateTimeISO('UTC').toPlainDate().toString(),
  now: () => systemClock.now().toString({ smallestUnit: 'second' }),
  serve: serveTables,
};

try {
  process.exitCode = await runDemo(process.argv.slice(2), io);
} catch (error) {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`demo: this is a mistake in Convenor; please report it.\n${trace}\n`);
  process.exitCode = EXIT.findings;
}
