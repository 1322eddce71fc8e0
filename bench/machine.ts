import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { binaries } from '../packages/adapters/embedded-postgres/supervisor.ts';

/** What the figures were measured on: they mean little without it. */
export async function machine(): Promise<string> {
  const { postgres } = await binaries();
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' })
    .replace(/^postgres \(PostgreSQL\) /, '')
    .trim();
  const release = existsSync('/etc/os-release') ? /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] : undefined;
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? process.arch}, ${memory} GiB`,
    `${release ?? process.platform}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${version}`,
  ].join(' · ');
}

/** How busy others keep the machine: processes that wanted a processor in the last minute. */
export const busy = (): string => loadavg()[0]!.toFixed(1);
