import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// What a lockfile must hold so that `npm ci` works on every platform and from any registry. `npm install` beside an installed
// node_modules drops the packages of other platforms from it; then `npm ci` refuses on a fresh machine only.
type Entry = { readonly optionalDependencies?: Record<string, string>; readonly resolved?: string };
const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };
const pinned = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Record<string, Record<string, string>>;

/** Where npm looks for a package that `from` asks for: beside it, then in each folder above. */
function* placesFor(from: string, name: string): Generator<string> {
  for (let folder = from; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    yield `${folder}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}
const has = (from: string, name: string): boolean => [...placesFor(from, name)].some((place) => place in packages);
const missing = Object.entries(packages).flatMap(([from, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !has(from, name))
    .map((name) => `package-lock.json: ${name} (for ${from || 'the project'}) is missing: make the lockfile anew without node_modules`),
);
const addressed = Object.entries(packages)
  .filter(([, e]) => e.resolved !== undefined)
  .map(([name]) => `package-lock.json: ${name} holds a download address: npm install --omit-lockfile-registry-resolved`);
const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
  Object.entries(pinned[kind] ?? {})
    .filter(([, version]) => !/^(?:npm:[^@]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} ${version} is not an exact version`),
);
const faults = [...missing, ...addressed, ...loose];
for (const f of faults) console.error(f);
process.exit(faults.length > 0 ? 1 : 0);
