/** Where the proposal itself is, so that a link to it is no link to code. */
export interface Home {
  /** `https://github.com`, or the server on which the repository lies. */
  server: string;
  /** `owner/name` of the specification's repository. */
  repository: string;
}

/** What a link leads to: code that somebody can run, something else, or nothing that can be told. */
export type Target = 'code' | 'documents' | 'discussion' | 'specification' | 'elsewhere';

/** Files that describe and do not run (SEP guidelines, "Prototype Requirements": a design document is not sufficient). */
const DOCUMENT = /\.(?:mdx?|markdown|txt|rst|adoc|pdf|docx?|odt|html?|svg|png|jpe?g|gif|webp|mp4|mov)$/i;

/** Whether a path names a file that describes and does not run. */
export const isDocument = (path: string): boolean => DOCUMENT.test(path);

/** Packages as registries show them: each prefix, with what has to follow it. */
const REGISTRIES: readonly RegExp[] = [
  /^(?:npmjs\.com|npmjs\.org)\/package\/./,
  /^jsr\.io\/@./,
  /^pypi\.org\/project\/./,
  /^crates\.io\/crates\/./,
  /^pkg\.go\.dev\/[^/]+\/./,
  /^rubygems\.org\/gems\/./,
  /^nuget\.org\/packages\/./,
  /^packagist\.org\/packages\/./,
  /^hex\.pm\/packages\/./,
  /^(?:central\.sonatype\.com\/artifact|mvnrepository\.com\/artifact)\/./,
  /^hub\.docker\.com\/r\/./,
];

/** Pages on which code runs, each with the place of one project. */
const RUNNING: readonly RegExp[] = [
  /^gist\.github\.com\/./,
  /^(?:codesandbox\.io|stackblitz\.com|replit\.com|glitch\.com)\/./,
  /^colab\.research\.google\.com\/(?:drive|github|gist)\/./,
  /^huggingface\.co\/spaces\/./,
];

const FORGES =
  /^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|gitea\.com|git\.sr\.ht|(?:git|gitlab|gitea|forgejo)\..+)$/;

/** What stands behind `owner/repository` and is code, on any of the forges. */
const CODE_PAGES =
  /^(?:-\/)?(?:tree|blob|raw|src|commits?|compare|pull|pulls|pull-requests|merge_requests|releases|tags?|branch|branches|archive)(?:\/|$)/;
const TALK_PAGES =
  /^(?:-\/)?(?:issues?|discussions?|wiki|projects?|milestones?|boards?|actions|security|labels)(?:\/|$)/;

/** What an address leads to, by its form alone: nothing is fetched. */
export function targetOf(address: string, home: Home): Target {
  const url = parsed(address);
  if (!url) return 'elsewhere';
  const host = url.hostname.replace(/^www\./, '');
  const path = `${host}${url.pathname}`;
  if ([...REGISTRIES, ...RUNNING].some((page) => page.test(path))) return 'code';
  if (host === 'raw.githubusercontent.com') return isDocument(url.pathname) ? 'documents' : 'code';
  const own = parsed(home.server)?.hostname.replace(/^www\./, '') ?? '';
  if (host !== own && !FORGES.test(host)) return 'elsewhere';
  const [, owner = '', repository = '', rest = ''] = /^\/([^/]+)\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? [];
  if (owner === '' || repository === '' || /[{}<>]|%7[bd]|%3[ce]/i.test(url.pathname)) return 'elsewhere';
  if (TALK_PAGES.test(rest)) return 'discussion';
  if (rest !== '' && isDocument(rest)) return 'documents';
  const isHome =
    host === own && `${owner}/${repository.replace(/\.git$/, '')}`.toLowerCase() === home.repository.toLowerCase();
  // A repository of a specification holds its text, and a pull request there changes that.
  if (isHome && !/^(?:tree|blob|raw)\//.test(rest)) return 'specification';
  return rest === '' || CODE_PAGES.test(rest) ? 'code' : 'elsewhere';
}

function parsed(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null;
}
