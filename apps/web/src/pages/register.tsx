import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Input, Select, Table } from 'antd';
import { useEffect, useState } from 'react';
import { type RegisterShape, registerQuery, registersQuery } from '../api/queries.ts';
import { showYuan } from '../parts/money.ts';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import type { UiKey } from '../words/ui-zh.ts';
import { useWords, type Words } from '../words/words.ts';

type Row = Readonly<Record<string, unknown>>;
const procedures: Readonly<Record<string, string>> = {
  achievements: 'disclosure',
  conversions: 'conversion',
  receipts: 'receipt',
  distributions: 'distribution',
};
const size = 20;

/** A register: find, filter, sort, page; a row opens its case. */
export function RegisterPage() {
  const { name } = useParams({ from: '/inside/registers/$name' });
  const search = useSearch({ from: '/inside/registers/$name' });
  const navigate = useNavigate();
  const words = useWords();
  const { t } = words;
  const shapes = useQuery(registersQuery);
  const page = search.page ?? 1;
  const rows = useQuery({ ...registerQuery(name, { ...search, page, size }), placeholderData: (before) => before });
  const [typed, setTyped] = useState(search.q ?? '');
  useEffect(() => setTyped(search.q ?? ''), [search.q]);
  const shape = shapes.data?.find((r) => r.name === name);
  if (rows.error) return <Failed error={rows.error} again={() => void rows.refetch()} />;
  if (!shape || !rows.data) return <Loading />;
  const go = (more: typeof search): void =>
    void navigate({ to: '/registers/$name', params: { name }, search: { ...search, page: 1, ...more } });
  const states = shape.columns.find((c) => c.key === 'state' && Array.isArray(c.filter))?.filter as string[] | undefined;
  const opens = (row: Row): string | undefined => (typeof row.case_id === 'string' ? row.case_id : undefined);
  return (
    <Themed>
      <h1>{t(`nav.${name}` as UiKey)}</h1>
      <section className="card">
        <div className="row" style={{ marginBottom: 12 }}>
          <Input.Search
            aria-label={t('register.search')}
            placeholder={t('register.search')}
            allowClear
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
            onSearch={(q) => go({ q })}
            style={{ maxWidth: 320 }}
          />
          {states ? (
            <Select
              aria-label={t('register.filter')}
              value={search.state ?? ''}
              style={{ width: 150 }}
              options={[
                { value: '', label: t('register.all') },
                ...states.map((s) => ({ value: s, label: words.word(`state:${procedures[name]}.${s}`) })),
              ]}
              onChange={(state) => go({ state: state || undefined } as typeof search)}
            />
          ) : null}
          <span className="soft">{t('register.total', { total: rows.data.total })}</span>
        </div>
        <Table<Row>
          rowKey={(r) => String(r.id)}
          size="middle"
          dataSource={rows.data.rows}
          loading={rows.isFetching}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: search.q || search.state ? t('register.empty') : t('register.emptyAll') }}
          pagination={{ current: page, pageSize: size, total: rows.data.total, showSizeChanger: false, hideOnSinglePage: true }}
          onChange={(p, _, s) => {
            const one = Array.isArray(s) ? s[0] : s;
            const sort = one?.order ? `${String(one.columnKey)}.${one.order === 'descend' ? 'desc' : 'asc'}` : undefined;
            void navigate({
              to: '/registers/$name',
              params: { name },
              search: { ...search, page: p.current ?? 1, ...(sort ? { sort } : { sort: undefined }) } as typeof search,
            });
          }}
          columns={shape.columns.map((c, i) => ({
            key: c.key,
            title: columnTitle(words, name, c.key),
            sorter: c.kind !== 'roles' && c.kind !== 'flag',
            align: c.kind === 'money' || c.kind === 'count' ? ('right' as const) : ('left' as const),
            render: (_: unknown, row: Row) => {
              const shown = <Cell column={c} row={row} register={name} words={words} />;
              const target = opens(row);
              return i === firstText(shape) && target ? (
                <a
                  href={`/cases/${target}`}
                  onClick={(e) => {
                    if (e.metaKey || e.ctrlKey) return;
                    e.preventDefault();
                    void navigate({ to: '/cases/$id', params: { id: target }, search: {} });
                  }}
                >
                  {shown}
                </a>
              ) : (
                shown
              );
            },
          }))}
        />
      </section>
    </Themed>
  );
}

const firstText = (shape: RegisterShape): number => shape.columns.findIndex((c) => c.key === 'title' || c.key === 'name');

const columnFields: Readonly<Record<string, string>> = {
  number: 'number',
  staff_no: 'staffNo',
  credit_code: 'creditCode',
  wholly_state_owned: 'whollyStateOwned',
  founded_on: 'foundedOn',
  budget_line: 'budgetLine',
  left_on: 'leftOn',
};
function columnTitle(words: Words, register: string, key: string): string {
  const own = words.word(`column:${key}`);
  if (own !== key) return own;
  return words.word(`field:${columnFields[key] ?? key}`) || register;
}

function Cell({
  column: c,
  row,
  register,
  words,
}: {
  readonly column: RegisterShape['columns'][number];
  readonly row: Row;
  readonly register: string;
  readonly words: Words;
}) {
  const value = row[c.key];
  if (value === null || value === undefined || value === '') return <span className="soft">—</span>;
  switch (c.kind) {
    case 'money':
      return <span className="money">{showYuan(String(value))}</span>;
    case 'state':
      return <span className="badge now">{words.word(`state:${procedures[register]}.${String(value)}`)}</span>;
    case 'option':
      return <>{words.word(`option:${c.key}.${String(value)}`)}</>;
    case 'flag':
      return <>{value ? words.t('yes') : words.t('no')}</>;
    case 'roles':
      return (
        <>
          {words.joined(
            String(value)
              .split(' ')
              .map((r) => words.word(`role:${r}`)),
          )}
        </>
      );
    case 'count':
      return c.key === 'findings' && Number(value) > 0 ? <span className="badge bad">{String(value)}</span> : String(value);
    default:
      return (
        <span style={{ whiteSpace: 'normal', overflowWrap: 'anywhere', display: 'inline-block', maxWidth: 320 }}>{String(value)}</span>
      );
  }
}
