import { createPrivateKey } from 'node:crypto';
import { readChannels, type Channels } from './telling/channels.js';

/** What the process is told by its environment. */
export interface Settings {
  appId: number;
  privateKey: string;
  webhookSecret: string;
  port: number;
  host: string;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
  /** Root of GitHub's REST API; left out, GitHub's own. */
  baseUrl?: string;
  /** Where people are told what waits for them. */
  channels: Channels;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
/** Shorter secrets can be guessed by trying. */
const SHORTEST_SECRET = 16;

/** Either settings, or everything that is missing or malformed, each in a sentence. */
export type SettingsResult = { ok: true; settings: Settings } | { ok: false; problems: string[] };

/** Reads the environment. All problems are said at once, so that nobody mends them one start at a time. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  // Deployments pass on what is not set as an empty value.
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const problems: string[] = [];
  const appId = readAppId(env['APP_ID'], problems);
  const privateKey = readKey(env['PRIVATE_KEY'], problems);
  const webhookSecret = readSecret(env['WEBHOOK_SECRET'], problems);
  const port = readPort(env['PORT'], problems);
  const logLevel = LOG_LEVELS.find((level) => level === (env['LOG_LEVEL'] ?? 'info'));
  if (!logLevel) problems.push(`LOG_LEVEL is "${env['LOG_LEVEL'] ?? ''}"; it is one of ${LOG_LEVELS.join(', ')}.`);
  const channels = readChannels(env['CHANNELS'], problems);
  const baseUrl = env['GITHUB_API_URL'];
  if (baseUrl !== undefined && !(URL.canParse(baseUrl) && /^https?:$/.test(new URL(baseUrl).protocol))) {
    problems.push(`GITHUB_API_URL is "${baseUrl}", and that is no URL of a server. Leave it out for github.com.`);
  }
  if (problems.length > 0 || !logLevel) return { ok: false, problems };
  const host = env['HOST'] ?? '0.0.0.0';
  const settings: Settings = { appId, privateKey, webhookSecret, port, host, logLevel, channels };
  return { ok: true, settings: baseUrl === undefined ? settings : { ...settings, baseUrl } };
}

function readAppId(value: string | undefined, problems: string[]): number {
  if (value === undefined) {
    problems.push("APP_ID is missing: the number on the app's settings page on GitHub.");
  } else if (!/^\d{1,12}$/.test(value)) problems.push(`APP_ID is "${value}"; it is a number.`);
  return Number(value);
}

/** A key as PEM, with real or written-out line breaks, or as base64 of that, since not every environment takes lines. */
function readKey(value: string | undefined, problems: string[]): string {
  if (value === undefined) {
    problems.push('PRIVATE_KEY is missing: the content of the .pem file that GitHub made for the app.');
    return '';
  }
  const text = value.includes('BEGIN') ? value.replaceAll('\\n', '\n') : Buffer.from(value, 'base64').toString('utf8');
  try {
    if (createPrivateKey(text).asymmetricKeyType === 'rsa') return text;
    problems.push('PRIVATE_KEY is a key, but no RSA key.');
  } catch {
    problems.push('PRIVATE_KEY cannot be read as a private key in PEM form.');
  }
  return '';
}

function readSecret(value: string | undefined, problems: string[]): string {
  if (value === undefined) {
    problems.push('WEBHOOK_SECRET is missing: without it anybody could forge an event, so nothing starts.');
  } else if (value === 'development' || value.length < SHORTEST_SECRET) {
    problems.push(`WEBHOOK_SECRET is too easy to guess: it needs ${SHORTEST_SECRET} characters at least.`);
  }
  return value ?? '';
}

function readPort(value: string | undefined, problems: string[]): number {
  const port = Number(value ?? '3000');
  if (!/^\d{1,5}$/.test(value ?? '3000') || port > 65_535) {
    problems.push(`PORT is "${value ?? ''}"; it is a number from 0 to 65535.`);
  }
  return port;
}
