#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { readSettings } from '../server/settings.ts';
import { UserFault } from '../server/user-fault.ts';
import { language } from './words.ts';

/** What every command is given: the words after its name, and flags with their values. */
export type Arguments = { readonly words: readonly string[]; readonly flags: Flags };
type Flags = { readonly case?: string; readonly input?: string; readonly 'staff-no'?: string; readonly institution?: string };
type Tool = {
  readonly usage: string;
  readonly does: string;
  /** Only what is asked for is loaded. */
  readonly load: () => Promise<(a: Arguments) => Promise<number>>;
};

const tools: Readonly<Record<string, Tool>> = {
  commands: {
    usage: 'commands [NAME]',
    does: 'lists the commands; with NAME, what it takes (JSON Schema)',
    load: async () => (await import('./remote.ts')).listCommands,
  },
  do: {
    usage: 'do NAME [--case ID] [--input FILE]',
    does: 'sends a command to the server; its input is JSON from FILE or standard input',
    load: async () => (await import('./remote.ts')).send,
  },
  preview: {
    usage: 'preview NAME [--case ID] [--input FILE]',
    does: 'says what the command would do, and writes nothing',
    load: async () => (await import('./remote.ts')).preview,
  },
  decide: {
    usage: 'decide [--input FILE]',
    does: 'answers a rule from the packs, with its trace; needs no database',
    load: async () => (await import('./decide.ts')).decide,
  },
  packs: {
    usage: 'packs check [FOLDER]',
    does: 'reads all packs and says what is wrong: file, line, column, what to write instead',
    load: async () => (await import('./packs.ts')).checkPacks,
  },
  verify: {
    usage: 'verify',
    does: 'reads everything anew: chains, rows, books, files',
    load: async () => (await import('./verify.ts')).verifyAll,
  },
  found: {
    usage: 'found FILE',
    does: 'founds an institution from a description (YAML or JSON)',
    load: async () => (await import('./found.ts')).foundFrom,
  },
  recheck: {
    usage: 'recheck',
    does: 'lists past decisions that the packs, as they are now, would answer otherwise; changes nothing',
    load: async () => (await import('./recheck.ts')).recheckAll,
  },
  account: {
    usage: 'account LOGIN --staff-no NUMBER --institution SHORT',
    does: 'gives a person an account; the password is read from standard input',
    load: async () => (await import('./account.ts')).openAccount,
  },
  doctor: {
    usage: 'doctor',
    does: 'says what is wrong where something is, with the settings in force',
    load: async () => (await import('./doctor.ts')).doctor,
  },
};

const flags = {
  case: { type: 'string' },
  input: { type: 'string' },
  'staff-no': { type: 'string' },
  institution: { type: 'string' },
} as const;

function parsed(args: readonly string[]): Arguments {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    return { words: positionals, flags: values };
  } catch (e) {
    throw new UserFault((e as Error).message);
  }
}

function usage(): string {
  const lines = Object.values(tools).map((t) => `  tongtu ${t.usage.padEnd(52)} ${t.does}`);
  return `usage:\n${lines.join('\n')}\n\nTONGTU_URL (http://127.0.0.1:8080), TONGTU_LOGIN and TONGTU_PASSWORD say whom \`do\`, \`preview\` and \`commands\` ask, and as whom.`;
}

async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  if (!tool) {
    console.error(name === '' || name === 'help' ? usage() : `there is no \`tongtu ${name}\`\n\n${usage()}`);
    return name === 'help' ? 0 : 2;
  }
  try {
    readSettings();
    const run = await tool.load();
    return await run(parsed(rest));
  } catch (e) {
    const why = e instanceof UserFault ? e.message : (await import('../server/startup-fault.ts')).whyItGaveUp(e, language);
    if (why === undefined) throw e;
    console.error(why);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
