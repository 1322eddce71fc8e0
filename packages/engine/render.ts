import type { DocumentModel } from '../kernel/document.ts';
import { lookAt, run } from './database.ts';
import type { Engine } from './engine.ts';
import type { DocumentWriter } from './ports/document-writer.ts';
import { runCommand } from './run-command.ts';
import { sha256 } from './sha256.ts';

/** Makes the files of one issued document and enters their hashes into its chain. Done twice, it stays as it is. */
export async function renderDocument(engine: Engine, writer: DocumentWriter, job: Record<string, unknown>): Promise<void> {
  const { document, institution } = job as { document: string; institution: string };
  const row = await lookAt(engine.database, institution, (db) =>
    db.selectFrom('document').where('id', '=', document).select(['case_id', 'model', 'pdf_sha256']).executeTakeFirst(),
  );
  if (!row || row.pdf_sha256 !== null) return;
  const model = row.model as unknown as DocumentModel;
  const files = { docx: Buffer.from(await writer.word(model)), pdf: Buffer.from(await writer.pdf(model)) };
  const hashes = { docx: sha256(files.docx), pdf: sha256(files.pdf) };
  await lookAt(engine.database, institution, async (db) => {
    await run(db, 'select file_store($1, $2)', [hashes.docx, files.docx]);
    await run(db, 'select file_store($1, $2)', [hashes.pdf, files.pdf]);
  });
  const result = await runCommand(
    engine,
    { institution, person: null },
    { command: 'document.rendered', case: row.case_id, input: { document, ...hashes } },
  );
  // Sent back meanwhile, or made by another delivery of the same job.
  if (!result.accepted && !result.refusals.every((r) => ['case.withdrawn', 'document.already_rendered'].includes(r.refused)))
    throw new Error(`document ${document}: ${JSON.stringify(result.refusals)}`);
}
