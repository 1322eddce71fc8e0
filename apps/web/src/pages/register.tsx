import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Input, Table } from 'antd';
import { useEffect, useState } from 'react';
import { type RegisterShape, registerQuery, registersQuery, todayQuery } from '../api/queries.ts';
import { Picker } from '../fields/picker.tsx';
import { SearchIcon, SortIcon } from '../parts/icons.tsx';
import { showMoney } from '../parts/money.ts';
import { PageHead } from '../shell/page-head.tsx';
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
/** What a register that is still empty says: how something comes into it. */
const emptyKeys: Readonly<Record<string, UiKey>> = {
  achievements: 'register.empty.achievements',
  conversions: 'register.empty.conversions',
  agreements: 'register.empty.agreements',
  receipts: 'register.empty.receipts',
  distributions: 'register.empty.distributions',
  holdings: 'register.empty.holdings',
};

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
  const begins = { achievements: 'achievement.disclose', conversions: 'conversion.open' }[name];
  const opens = (row: Row): string | undefined => (typeof row.case_id === 'string' ? row.case_id : undefined);
  return (
    <Themed>
      <PageHead title={t(`nav.${name}` as UiKey)}>{begins ? <Begin command={begins} /> : null}</PageHead>
      <section className="card">
        <div className="row before">
          <Input.Search
            aria-label={t('register.search')}
            placeholder={t('register.search')}
            enterButton={<Button aria-label={t('register.find')} icon={<SearchIcon />} />}
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
            onSearch={(q) => go({ q })}
            style={{ maxWidth: 320 }}
          />
          {states ? (
            <Picker
              aria-label={t('register.filter')}
              value={search.state ?? ''}
              width={150}
              options={[
                { value: '', label: t('register.allStates') },
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
          locale={{
            emptyText: (
              <span className="soft">{t(search.q || search.state ? 'register.empty' : (emptyKeys[name] ?? 'register.emptyAll'))}</span>
            ),
          }}
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
            sortIcon: ({ sortOrder }) => <SortIcon order={sortOrder} />,
            sorter: c.kind !== 'roles' && c.kind !== 'share',
            align: ['money', 'count', 'percent'].includes(c.kind) ? ('right' as const) : ('left' as const),
            render: (_: unknown, row: Row) => {
              const shown = <Cell column={c} row={row} register={name} words={words} />;
              const target = opens(row);
              if (i !== firstText(shape) || !target) return shown;
              return name === 'distributions' ? (
                <Link to="/distributions/$id" params={{ id: String(row.id) }}>
                  {shown}
                </Link>
              ) : (
                <Link to="/cases/$id" params={{ id: target }} search={{}}>
                  {shown}
                </Link>
              );
            },
          }))}
        />
      </section>
    </Themed>
  );
}

/** The way to a new entry, for those who may begin one. */
function Begin({ command }: { readonly command: string }) {
  const { word } = useWords();
  const { data } = useQuery(todayQuery);
  return data?.mayOpen.some((m) => m.command === command) ? (
    <Link to="/begin/$command" params={{ command }} className="plain-button">
      ＋ {word(`command:${command}`)}
    </Link>
  ) : null;
}

const firstText = (shape: RegisterShape): number => shape.columns.findIndex((c) => c.key === 'title' || c.key === 'name');

/** States in which nothing is waited for any more. */
const settled: ReadonlySet<string> = new Set(['registered', 'closed', 'abandoned', 'netted', 'handed-over']);

const columnFields: Readonly<Record<string, string>> = {
  number: 'number',
  staff_no: 'staffNo',
  credit_code: 'creditCode',
  state_owned_share: 'stateOwnedShare',
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
      return <span className="money">{showMoney(String(value))}</span>;
    case 'state':
      return (
        <span className={`badge ${settled.has(String(value)) ? 'done' : 'now'}`}>
          {words.word(`state:${procedures[register]}.${String(value)}`)}
        </span>
      );
    case 'day':
    case 'percent':
      return <span className="money">{String(value)}</span>;
    case 'option':
      return <>{words.word(`option:${c.key}.${String(value)}`)}</>;
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
      if (c.key !== 'findings') return <>{String(value)}</>;
      return Number(value) > 0 ? <span className="badge bad">{String(value)}</span> : <span className="soft">—</span>;
    default:
      return <span className="cell-text">{String(value)}</span>;
  }
}
