import type { FastifyInstance } from 'fastify';
import { lookAs } from '../../../packages/engine/sessions.ts';
import { sha256 } from '../../../packages/engine/sha256.ts';
import { publicLaw } from '../schemas.ts';
import { type Served, tokenOf } from './context.ts';

type Adopted = { readonly text: string; readonly from: string; readonly to: string | null };

/**
 * The texts as data, for a page that answers from them itself: to anybody those that are public, to somebody signed in also what his
 * institution has adopted, and since when. The tag is the hash of all that is sent; a page that has it is told so.
 */
export function publicLawRoutes(app: FastifyInstance, served: Served): void {
  const { law } = served.engine;
  const bodies = new WeakMap<object, { readonly body: string; readonly tag: string }>();

  function bodyOf(adopted: readonly Adopted[]): { readonly body: string; readonly tag: string } {
    const { texts, calendar } = law.data;
    const known = adopted.length === 0 ? bodies.get(law.data) : undefined;
    if (known) return known;
    const shown = [...texts].filter(([id]) => law.shelf.get(id)?.text.public || adopted.some((a) => a.text === id)).map(([, data]) => data);
    const body = JSON.stringify({ texts: shown, calendar, adoptions: adopted });
    const made = { body, tag: `"${sha256(body).slice(0, 32)}"` };
    if (adopted.length === 0) bodies.set(law.data, made);
    return made;
  }
  async function adoptedBy(token: string): Promise<readonly Adopted[]> {
    if (token === '') return [];
    const seen = await lookAs(served.engine, token, (db) =>
      db.selectFrom('adoption').orderBy('from_on').select(['text_id as text', 'from_on as from', 'to_on as to']).execute(),
    );
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
