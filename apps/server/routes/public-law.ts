import type { FastifyInstance } from 'fastify';
import { adoptionsIn } from '../../../packages/engine/adoptions.ts';
import { lookAs } from '../../../packages/engine/sessions.ts';
import { sha256 } from '../../../packages/engine/sha256.ts';
import type { Adoption } from '../../../packages/kernel/pack.ts';
import { publicLaw } from '../law-schemas.ts';
import { type Served, tokenOf } from './context.ts';

type Adopted = readonly Adoption[];

/**
 * The texts as data, for a page that answers from them itself: to anybody those that are public, to somebody signed in also what his
 * institution has adopted, and since when. The tag is the hash of all that is sent; a page that has it is told so.
 */
export function publicLawRoutes(app: FastifyInstance, served: Served): void {
  const { law } = served.engine;
  const bodies = new WeakMap<object, { readonly body: string; readonly tag: string }>();

  function bodyOf(adopted: Adopted): { readonly body: string; readonly tag: string } {
    const { texts, calendar } = law.data;
    const known = adopted.length === 0 ? bodies.get(law.data) : undefined;
    if (known) return known;
    const shown = [...texts].filter(([id]) => law.shelf.get(id)?.text.public || adopted.some((a) => a.text === id)).map(([, data]) => data);
    const adoptions = adopted.map(({ text, from, to = null }) => ({ text, from, to }));
    const revised = new Map(adopted.flatMap(({ text, revisions }) => (revisions && texts.has(text) ? [[text, revisions] as const] : [])));
    const revisions = [...revised].flatMap(([text, all]) => all.map((r) => ({ text, from: r.from, pack: law.dataOf(r.revision) })));
    const body = JSON.stringify({ texts: shown, calendar, adoptions, revisions });
    const made = { body, tag: `"${sha256(body).slice(0, 32)}"` };
    if (adopted.length === 0) bodies.set(law.data, made);
    return made;
  }
  async function adoptedBy(token: string): Promise<Adopted> {
    if (token === '') return [];
    const seen = await lookAs(served.engine, token, async (db, visitor) => {
      const adoptions = await adoptionsIn(db);
      await law.learn(db, visitor.institution, adoptions);
      return adoptions;
    });
    return seen ?? [];
  }

  const response = { 200: publicLaw, 304: { type: 'null', description: 'as you have it' } };
  app.get('/api/public-law', { schema: { operationId: 'publicLaw', response }, config: { open: true } }, async (request, reply) => {
    const { body, tag } = bodyOf(await adoptedBy(tokenOf(request, served)));
    void reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'cookie' }).type('application/json; charset=utf-8');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.send(body);
  });
}
