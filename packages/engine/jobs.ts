import { PgBoss } from 'pg-boss';
import type { Queue } from './migrate.ts';

/** SQL that files one job, with one parameter: it becomes part of the statement that writes the command. */
export type JobStatement = { readonly text: string; readonly value: unknown };
export type Jobs = {
  readonly statement: (queue: Queue, data: object) => Promise<JobStatement>;
  readonly work: (queue: Queue, handle: (data: Record<string, unknown>) => Promise<void>) => Promise<void>;
  /** Runs the queue's handler every minute, on one of all processes. */
  readonly everyMinute: (queue: Queue) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The jobs of one process. pg-boss inside the command's own transaction is the outbox: no job without its event, no event without its job. */
export async function openJobs(o: {
  readonly url: string;
  readonly connections?: number;
  readonly works: boolean;
  readonly log?: (e: Error) => void;
}): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: o.url,
    options: '-c role=tongtu_app -c timezone=UTC',
    schema: 'pgboss',
    max: o.connections ?? 3,
    migrate: false,
    createSchema: false,
    supervise: o.works,
    schedule: o.works,
  } as ConstructorParameters<typeof PgBoss>[0] & object);
  boss.on('error', (e) => o.log?.(e));
  await boss.start();
  return {
    statement: async (queue, data) => {
      let text = '';
      let value: unknown;
      const capture = {
        executeSql: async (sql: string, values?: unknown[]) => {
          text = sql;
          value = values?.[0];
          return { rows: [] };
        },
      };
      await boss.insert(queue, [{ data }], { db: capture });
      if (text === '') throw new Error(`pg-boss gave no statement for ${queue}`);
      return { text, value };
    },
    work: async (queue, handle) => {
      await boss.work<Record<string, unknown>>(queue, { batchSize: 5, pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const job of jobs) await handle(job.data);
      });
    },
    everyMinute: (queue) => boss.schedule(queue, '* * * * *'),
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}
