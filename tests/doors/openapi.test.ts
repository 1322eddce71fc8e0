import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { type Doors, openDoors } from '../support/doors.ts';
import { type Document, type Operation, operationsOf, sample } from '../support/openapi-walk.ts';

// The validator that the web framework itself brings, with the meta-schema of JSON Schema 2020-12 that OpenAPI 3.1 refers to.
const ofFastify = createRequire(createRequire(import.meta.url).resolve('fastify'));
const { default: Ajv } = createRequire(ofFastify.resolve('@fastify/ajv-compiler'))('ajv/dist/2020') as {
  default: new (o: object) => Validator;
};
type Validator = {
  compile: (schema: object) => { (value: unknown): boolean; errors?: unknown };
  addFormat: (name: string, format: true) => void;
};

let d: Doors;
let document: Whole;
let operations: readonly Operation[];
let ajv: Validator;
type Answered = {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
  readonly $ref?: string;
};
type Whole = Document & {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly responses: object; readonly securitySchemes: object };
};
before(async () => {
  d = await openDoors();
  document = (await d.call('GET', '/api/openapi.json')).body;
  operations = operationsOf(document);
  ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
  for (const format of ['uuid', 'date', 'binary']) ajv.addFormat(format, true);
});
after(() => d.close());

const answersOf = (o: Operation) =>
  (document.paths[o.path]![o.method.toLowerCase()] as unknown as { responses: Record<string, Answered> }).responses;

describe('The OpenAPI document is one that tools can read', () => {
  it('says what it is, and names every operation once', () => {
    assert.deepEqual([document.openapi, document.info.version], ['3.1.0', '1']);
    const ids = operations.map((o) => o.operationId);
    assert.deepEqual(
      ids.filter((id, i) => !id || ids.indexOf(id) !== i),
      [],
    );
    assert.ok(ids.length > 50);
  });

  it('declares exactly the parts that an address has, each required', () => {
    for (const o of operations) {
      const inPath = o.parameters.filter((p) => p.in === 'path');
      assert.deepEqual(inPath.map((p) => `{${p.name}}`).sort(), (o.path.match(/{\w+}/g) ?? []).sort(), o.path);
      for (const p of inPath) assert.equal((p as { required?: boolean }).required, true, `${o.path} ${p.name}`);
    }
  });

  it('describes an answer of every operation, and that each may be refused by a problem', () => {
    for (const o of operations) {
      const { default: refused, ...answers } = answersOf(o);
      assert.deepEqual(refused, { $ref: '#/components/responses/Refused' }, o.operationId);
      assert.ok(Object.keys(answers).length > 0 && Object.keys(answers).every((s) => /^(?:20[04]|304)$/.test(s)), o.operationId);
      assert.ok(
        Object.values(answers).every((a) => a.description),
        o.operationId,
      );
    }
    const text = JSON.stringify(document);
    for (const [, ref] of text.matchAll(/"\$ref":"#\/([^"]+)"/g))
      assert.ok(
        ref!.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document),
        ref,
      );
  });

  it('writes every schema in JSON Schema, with no keyword that does not exist', () => {
    for (const o of operations) {
      for (const p of o.parameters) ajv.compile(p.schema);
      if (o.body) ajv.compile(o.body.schema);
      for (const a of Object.values(answersOf(o))) for (const c of Object.values(a.content ?? {})) ajv.compile(c.schema);
    }
    for (const schema of Object.values(document.components.schemas)) ajv.compile(schema);
  });
});

describe('The document says of every command what the engine takes', () => {
  const commands = (): Operation[] => operations.filter((o) => o.path.startsWith('/api/commands/'));
  const fill = (): string => '0198c5a0-0000-7000-8000-000000000000';

  it('has an operation for every command that a person may ask for', () => {
    const open = [...d.engine.commands.values()]
      .filter(({ wired }) => !wired.system && !wired.unrouted)
      .map(({ wired }) => wired.command.name);
    assert.deepEqual(
      commands()
        .map((o) => o.operationId)
        .sort(),
      open.sort(),
    );
  });

  it('takes an input that fits the schema, and refuses a key too many and a required one too few, as the schema does', () => {
    for (const o of commands()) {
      const fits = ajv.compile(o.body!.schema);
      const body = sample(o.body!.schema, fill) as { input: Record<string, unknown> };
      assert.ok(fits(body), `${o.operationId} ${JSON.stringify(fits.errors)}`);
      const { input } = d.engine.commands.get(o.operationId)!.wired.command;
      const wrongs = (value: unknown): string[] => {
        const read = input.read(value);
        return 'wrongs' in read ? read.wrongs.map((w) => `${w.code} ${w.at?.join('.')}`) : [];
      };
      assert.deepEqual(
        wrongs(body.input).filter((w) => !w.startsWith('shares.sum')),
        [],
        o.operationId,
      );
      const more = { ...body.input, surplus: 1 };
      assert.ok(!fits({ ...body, input: more }) && wrongs(more).includes('field.unknown surplus'), o.operationId);
      for (const key of (o.body!.schema.properties!.input as { required?: string[] }).required ?? []) {
        const { [key]: _, ...less } = body.input;
        assert.ok(!fits({ ...body, input: less }) && wrongs(less).includes(`field.required ${key}`), `${o.operationId} ${key}`);
      }
    }
  });
});

describe('What is answered is what the document says', () => {
  it('fits the schema of its operation, and a refusal that of a problem', async () => {
    const { body: registered } = await d.call('GET', '/api/registers/conversions', { as: 'cy-tto' });
    const page = (await d.call('GET', `/api/cases/${registered.rows[0].id}`, { as: 'cy-tto' })).body;
    const address: Readonly<Record<string, string>> = {
      casePage: page.root,
      decision: page.decisions[0].id,
      text: 'chaoyang',
      textHelp: '004',
      comparison: 'chaoyang',
      textFiles: 'chaoyang',
      register: 'people',
      clauseCases: 'chaoyang:reward',
    };
    const problem = ajv.compile(document.components.schemas.Problem!);
    let seen = 0;
    for (const o of operations.filter((x) => x.method === 'GET' && answersOf(x)['200']?.content?.['application/json'])) {
      const path = o.path.replace(/{\w+}/, address[o.operationId] ?? '');
      const { status, body } = await d.call('GET', path, { as: 'cy-tto' });
      assert.equal(status, 200, path);
      const fits = ajv.compile(answersOf(o)['200']!.content!['application/json']!.schema);
      assert.ok(fits(body), `${path}: ${JSON.stringify(fits.errors)}`);
      seen += 1;
      if (!o.open) assert.ok(problem((await d.call('GET', path)).body), JSON.stringify(problem.errors));
    }
    assert.ok(seen >= 10, `${seen}`);
  });
});
