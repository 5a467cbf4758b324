// `bin` entries must be executable: npm sets the bit when it links a package, but not after a rebuild.
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755);
