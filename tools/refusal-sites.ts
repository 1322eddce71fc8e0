import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { zhRefusals } from '../packages/catalogue/messages/zh-refusals.ts';

/** A place where the source refuses: with a code of the catalogue, and how the file reads where it does not. */
export type Site = { readonly file: string; readonly line: number; readonly code: string; readonly off: string };
/** A file of the source, the places in it, and how it reads where each tells that it was reached. */
export type Places = { readonly file: string; readonly sites: readonly Site[]; readonly telling: string };

const folders = 'packages/{kernel,engine,instruments,capabilities}/**/*.ts';
const isCode = (text: string): boolean => Object.hasOwn(zhRefusals, text);
export const nameOf = (s: Pick<Site, 'file' | 'line' | 'code'>): string => `${s.file}:${s.line} ${s.code}`;

/** Every place of the source that refuses, by file. */
export function placesIn(root: string): Places[] {
  return globSync([folders, 'apps/{server,cli}/**/*.ts'], { cwd: root })
    .filter((f) => !/\.(?:test|generated)\.ts$/.test(f))
    .sort()
    .map((file) => placesOf(file, readFileSync(join(root, file), 'utf8')))
    .filter((p) => p.sites.length > 0);
}

export function placesOf(file: string, text: string): Places {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: { readonly node: ts.Expression; readonly code: string }[] = [];
  const visit = (node: ts.Node): void => {
    for (const code of codesOf(node)) found.push({ node: node as ts.Expression, code });
    ts.forEachChild(node, visit);
  };
  visit(source);
  const sites = found.map(({ node, code }): Site => {
    const change = without(node, code);
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return { file, line, code, off: text.slice(0, change.from) + change.by + text.slice(change.to) };
  });
  const marks = found.flatMap(({ node }, n) => [
    { at: node.getStart(), write: `(globalThis.reached(${JSON.stringify(nameOf(sites[n]!))}), ` },
    { at: node.getEnd(), write: ')' },
  ]);
  const telling = marks.sort((a, b) => b.at - a.at).reduce((t, m) => t.slice(0, m.at) + m.write + t.slice(m.at), text);
  return { file, sites, telling };
}

/** The codes that a call, or a record `{ refused: … }`, is given. */
function codesOf(node: ts.Node): string[] {
  if (ts.isCallExpression(node)) return node.arguments.flatMap(literals).filter(isCode);
  if (!ts.isObjectLiteralExpression(node)) return [];
  const own = node.properties.find((p) => ts.isPropertyAssignment(p) && p.name.getText() === 'refused') as
    | ts.PropertyAssignment
    | undefined;
  return own ? literals(own.initializer).filter(isCode) : [];
}
function literals(e: ts.Expression): string[] {
  if (ts.isStringLiteral(e)) return [e.text];
  return ts.isConditionalExpression(e) ? [...literals(e.whenTrue), ...literals(e.whenFalse)] : [];
}

type Change = { readonly from: number; readonly to: number; readonly by: string };
const instead = (node: ts.Node, by: string): Change => ({ from: node.getStart(), to: node.getEnd(), by });

/** What turns it off: the nearest condition goes the other way; where there is none, nothing is said in its place. */
function without(refusal: ts.Expression, code: string): Change {
  const either = refusal.getText().match(/'[a-z_]+\.[a-z_]+'/g) ?? [];
  for (let node: ts.Node = refusal; ; node = node.parent) {
    const change = either.length > 1 && ts.isReturnStatement(node.parent) ? undefined : turned(node, node.parent);
    if (change) return change;
    if (ts.isSourceFile(node.parent)) throw new Error(`nothing to turn off around ${code}: ${refusal.getText()}`);
  }
}

function turned(node: ts.Node, parent: ts.Node): Change | undefined {
  if (ts.isConditionalExpression(parent) && node !== parent.condition)
    return instead(parent, `(${(node === parent.whenTrue ? parent.whenFalse : parent.whenTrue).getText()})`);
  if (ts.isIfStatement(parent) && node !== parent.expression)
    return instead(parent.expression, node === parent.thenStatement ? 'false' : 'true');
  if (ts.isBinaryExpression(parent) && node === parent.right) {
    if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return instead(parent, 'false');
    const orElse = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken];
    if (orElse.includes(parent.operatorToken.kind)) return instead(parent, parent.left.getText());
  }
  if (ts.isArrayLiteralExpression(parent) && parent.elements.length > 1) return instead(node, '...[]');
  if (ts.isArrowFunction(parent) && node === parent.body) return ofFunction(parent, node);
  if (ts.isCaseOrDefaultClause(parent)) return instead(node, 'break;');
  if (ts.isReturnStatement(parent) || ts.isThrowStatement(parent)) return ofStatement(parent, node);
  if (ts.isExpressionStatement(parent)) return ts.isIfStatement(parent.parent) ? undefined : instead(parent, ';');
  if (ts.isVariableDeclaration(parent)) return instead(node, 'undefined');
  return undefined;
}

/** In a list made of each element, none is said; elsewhere the function answers with nothing. */
function ofFunction(f: ts.ArrowFunction, body: ts.Node): Change {
  const call = f.parent;
  const each =
    ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && /^(?:flatM|m)ap$/.test(call.expression.name.text);
  return each ? instead(call, '[]') : instead(body, nothing(body));
}
function ofStatement(statement: ts.ReturnStatement | ts.ThrowStatement, said: ts.Node): Change | undefined {
  const around = statement.parent;
  if (ts.isIfStatement(around) || ts.isCaseOrDefaultClause(around)) return undefined;
  const last = ts.isBlock(around) && ts.isFunctionLike(around.parent) && around.statements.at(-1) === statement;
  return last && ts.isReturnStatement(statement) ? instead(said, nothing(said)) : instead(statement, ';');
}
const nothing = (node: ts.Node): string => {
  const bare = ts.isParenthesizedExpression(node) ? node.expression : node;
  return ts.isArrayLiteralExpression(bare) ? '[]' : 'undefined';
};
