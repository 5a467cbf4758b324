import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
];

/** Pictures are taken larger than they are shown, so that they are sharp on every screen. */
const SCALE = 1.25;
const WIDTH = 840;

/** A headless Chromium, spoken to over its DevTools pipe: JSON messages, each ended by a NUL byte. */
export class Browser {
  #profile = mkdtempSync(join(tmpdir(), 'convenor-pictures-'));
  #process;
  #waiting = new Map();
  #next = 1;
  #unread = '';

  constructor(program) {
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'];
    this.#process = spawn(program, [...FLAGS, `--user-data-dir=${this.#profile}`, 'about:blank'], { stdio });
    this.#process.once('error', (error) => this.#fail(new Error(`${program} does not start: ${error.message}`)));
    this.#process.once('exit', () => this.#fail(new Error(`${program} has ended.`)));
    this.#process.stdio[4].setEncoding('utf8').on('data', (text) => this.#read(text));
  }

  /** A PNG of the element that the selector finds in a page given as HTML. */
  async photograph(html, { scheme, selector }) {
    const { targetId } = await this.#ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.#ask('Target.attachToTarget', { targetId, flatten: true });
    const ask = (method, params) => this.#ask(method, params, sessionId);
    const screen = { width: WIDTH, height: 600, deviceScaleFactor: SCALE, mobile: false };
    await ask('Emulation.setDeviceMetricsOverride', screen);
    await ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    const { frameTree } = await ask('Page.getFrameTree', {});
    await ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
    const expression = `JSON.stringify(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`;
    const { result } = await ask('Runtime.evaluate', { expression });
    const { x, y, width, height } = JSON.parse(result.value);
    const clip = { x, y, width, height, scale: 1 };
    const { data } = await ask('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true });
    return Buffer.from(data, 'base64');
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.exitCode === null && this.#process.kill()) await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #ask(method, params, sessionId) {
    const id = this.#next++;
    const message = JSON.stringify({ id, method, params, sessionId });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#process.stdio[3].write(`${message}\0`);
    });
  }

  #read(text) {
    const messages = (this.#unread + text).split('\0');
    this.#unread = messages.pop();
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      const asked = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) asked?.reject(new Error(error.message));
      else asked?.resolve(result);
    }
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
