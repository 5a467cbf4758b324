import { Probot } from 'probot';
import { app } from './app.js';
import { systemClock } from './clock.js';
import { Clients } from './github/clients.js';
import { webhookServer } from './server.js';
import { readSettings } from './settings.js';
import { Convenor } from './wake/convenor.js';

const result = readSettings(process.env);
if (!result.ok) {
  const list = result.problems.map((problem) => `  - ${problem}`).join('\n');
  process.stderr.write(`Convenor does not start:\n${list}\nSee docs/operating.md.\n`);
  process.exit(2);
}

const { appId, privateKey, webhookSecret, port, host, logLevel, baseUrl, channels } = result.settings;
const where = baseUrl === undefined ? {} : { baseUrl };
const probot = new Probot({ appId, privateKey, secret: webhookSecret, logLevel, ...where });
const convenor = new Convenor(
  new Clients({ appId, privateKey, ...where }),
  systemClock,
  probot.log,
  undefined,
  channels,
);
await probot.load(app(convenor));

const server = webhookServer(probot).listen(port, host, () => {
  probot.log.info(`Convenor listens on ${host}:${port}.`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    convenor.stop();
    server.close();
    void convenor.idle().then(() => process.exit(0));
  });
}
// A start begins with a sweep: what happened while nothing ran is found now.
convenor.start();
