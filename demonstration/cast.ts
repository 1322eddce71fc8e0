import type { Founding, FoundingPerson } from '../packages/capabilities/institution/founding.ts';

/** An institution of the demonstration: persons stand for roles; none is a real person's name. */
export type Cast = Founding & {
  /** What an account is for, shown where the accounts are listed. */
  readonly people: Readonly<Record<string, FoundingPerson & { readonly signsIn?: string }>>;
};

const doubt = '医院是否属于“国家设立的研究开发机构”有争议；演示按适用处理。';

/** 首都医科大学附属北京朝阳医院: the facts of the public case 21, its people as roles. */
export const chaoyang: Cast = {
  title: '首都医科大学附属北京朝阳医院',
  short: '朝阳医院',
  kind: 'hospital',
  since: '2015-01-01',
  note: '依据公开案例集案例21重演。案例没有写明日期、受让方和毛收入：日期为演示而设，受让方不具名，以29.7万元为成交价且没有扣除。人员一律以角色代称。',
  people: {
    'cy-inventor': { name: '发明人（眼科）', unit: '眼科', roles: ['CT'], signsIn: '发明人' },
    'cy-tto': { name: '技术经理人（科创中心）', unit: '科创中心', roles: ['TT', 'SA'], signsIn: '技术经理人' },
    'cy-secretary': { name: '会议秘书', unit: '院办公室', roles: ['MS'], signsIn: '会议秘书' },
    'cy-dean': {
      name: '院长',
      unit: '院领导',
      roles: ['DM', 'SR'],
      signsIn: '院长（法定代表人）',
      post: { title: '院长', leader: 'chief-of-institution', from: '2018-01-01' },
    },
    'cy-finance': { name: '财务处经办', unit: '财务处', roles: ['FA'], signsIn: '财务' },
    'cy-audit': { name: '纪检监察员', unit: '纪检监察室', roles: ['DI'], signsIn: '纪检监察' },
    'cy-party': {
      name: '党委书记',
      unit: '院领导',
      roles: ['DM'],
      post: { title: '党委书记', leader: 'chief-of-institution', from: '2018-01-01' },
    },
    'cy-vice': { name: '科研副院长', unit: '院领导', roles: ['DM'], post: { title: '副院长', leader: 'deputy', from: '2018-01-01' } },
    'cy-research': { name: '科研处处长', unit: '科研处', roles: ['RM'] },
  },
  bodies: {
    committee: { title: '医院创新发展工作委员会', foundedOn: '2019-11-21', seats: ['cy-dean', 'cy-vice', 'cy-research', 'cy-inventor'] },
    'office-meeting': { title: '院办公会', seats: ['cy-dean', 'cy-vice', 'cy-research'] },
    'party-committee': { title: '党委会', seats: ['cy-party', 'cy-dean', 'cy-vice'] },
  },
  parties: {
    buyer: { title: '受让企业（案例未载名称）', kind: 'enterprise' },
    physicians: { title: '临床医生团队', kind: 'other' },
    scientists: { title: '科学家团队', kind: 'other' },
    engineers: { title: '企业研发团队', kind: 'enterprise' },
    financiers: { title: '融资机构', kind: 'fund' },
    sellers: { title: '销售渠道', kind: 'enterprise' },
  },
  adoptions: [
    { text: 'cn-conversion-law', from: '2015-10-01', basis: '公立医院，参照国家设立的研究开发机构执行', doubt },
    { text: 'gf-2016-16', from: '2016-02-26', basis: '同上', doubt },
    { text: 'chaoyang', from: '2020-12-31', basis: '本院办法', doubt: '案例只写2020年发布，演示填写当年最后一日。' },
  ],
};

/** 示范医院（上海）: fictional; it has adopted the Shanghai draft and has an order of steps of its own. */
export const shifan: Cast = {
  title: '示范医院（上海）',
  short: '示范医院',
  kind: 'hospital',
  since: '2015-01-01',
  note: '虚构的单位。它采用了上海操作细则（草案）；细则的施行日和失效日留白，演示中由本单位填写。',
  people: {
    'sh-inventor': { name: '第一完成人（心内科）', unit: '心内科', roles: ['CT'], signsIn: '发明人' },
    'sh-second': { name: '第二完成人（心内科）', unit: '心内科', roles: ['CT'], signsIn: '发明人（第二完成人）' },
    'sh-third': { name: '第三完成人（医学工程部）', unit: '医学工程部', roles: ['CT'], signsIn: '发明人（第三完成人）' },
    'sh-tto': { name: '技术经理人（技术转移办公室）', unit: '技术转移办公室', roles: ['TT', 'SA'], signsIn: '技术经理人' },
    'sh-secretary': { name: '会议秘书', unit: '院办公室', roles: ['MS'], signsIn: '会议秘书' },
    'sh-dean': {
      name: '院长',
      unit: '院领导',
      roles: ['DM', 'SR'],
      signsIn: '院长（法定代表人）',
      post: { title: '院长', leader: 'chief-of-institution', from: '2022-01-01' },
    },
    'sh-finance': { name: '财务处经办', unit: '财务处', roles: ['FA'], signsIn: '财务' },
    'sh-legal': { name: '法务专员', unit: '法务部', roles: ['LD'], signsIn: '法务' },
    'sh-audit': { name: '纪检监察员', unit: '纪检监察室', roles: ['DI'], signsIn: '纪检监察' },
    'sh-party': {
      name: '党委书记',
      unit: '院领导',
      roles: ['DM'],
      post: { title: '党委书记', leader: 'chief-of-institution', from: '2022-01-01' },
    },
    'sh-vice': { name: '副院长', unit: '院领导', roles: ['DM'], post: { title: '副院长', leader: 'deputy', from: '2022-01-01' } },
    'sh-lawyer': { name: '外聘律师', unit: '示范律师事务所', roles: ['LF'] },
    'sh-lead': { name: '合作方代表（示范医院）', unit: '技术转移办公室', roles: ['LP'], signsIn: '牵头合作方代表' },
    'sh-company': { name: '合作方代表（器械公司）', unit: '示范医疗器械有限公司', roles: [], signsIn: '合作方代表（器械公司）' },
    'sh-company-chief': { name: '分管领导（器械公司）', unit: '示范医疗器械有限公司', roles: [] },
    'sh-institute': { name: '合作方代表（材料研究所）', unit: '示范材料研究所', roles: [] },
    'sh-institute-chief': { name: '分管领导（材料研究所）', unit: '示范材料研究所', roles: [] },
    'sh-technical': { name: '技术专家', unit: '外请专家', roles: [] },
    'sh-management': { name: '管理专家', unit: '外请专家', roles: [] },
  },
  bodies: {
    'dean-meeting': { title: '院长办公会', seats: ['sh-dean', 'sh-vice', 'sh-finance', 'sh-legal', 'sh-tto'] },
    'party-committee': { title: '党委会', seats: ['sh-party', 'sh-dean', 'sh-vice'] },
  },
  parties: {
    buyer: { title: '示范医疗器械有限公司（虚构）', kind: 'enterprise' },
    'state-buyer': { title: '示范国有投资公司（虚构，全资国有）', kind: 'enterprise', stateOwnedShare: '100%' },
    hospital: { title: '示范医院（上海）', kind: 'hospital', ourselves: true },
    institute: { title: '示范材料研究所（虚构）', kind: 'institute' },
  },
  adoptions: [
    { text: 'cn-conversion-law', from: '2015-10-01', basis: '市级公立医院', doubt },
    { text: 'gf-2016-16', from: '2016-02-26', basis: '市级公立医院', doubt },
    {
      text: '004',
      from: '2024-12-20',
      to: '2029-12-19',
      basis: '第三条：本市市级公立医院',
      doubt: '征求意见稿，施行日与失效日的“日”留白，此处由本单位填写。',
    },
    { text: 'shifan', from: '2025-01-01', basis: '本院办法' },
    { text: '001', from: '2025-01-01', basis: '合作意向书约定采用' },
    { text: '001', party: 'buyer', from: '2025-01-01', basis: '合作意向书约定采用' },
  ],
};
