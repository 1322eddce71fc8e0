import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openWindow, type Window } from './browser.ts';
import type { Site } from './site.ts';

/** What is entered in a form: text typed, an option chosen, a file given, by the words beside it. */
export type Entry =
  | { readonly type: string }
  | { readonly pick: string }
  | { readonly choose: string | readonly string[] }
  | { readonly file: { readonly name: string; readonly words: string } };
export type Entries = Readonly<Record<string, Entry>>;

/** Somebody with a window of his own, who finds things by what they are called. */
export class Visitor {
  readonly window: Window;
  readonly page: Page;
  private constructor(window: Window) {
    this.window = window;
    this.page = window.page;
  }

  /** Comes in by the door, through the demonstration account of that login. */
  static async enter(site: Site, login: string, o: { readonly width?: number } = {}): Promise<Visitor> {
    const visitor = new Visitor(await openWindow(site.browser, { origin: site.origin, ...o }));
    await visitor.page.goto('/sign-in');
    await visitor.page.getByRole('button', { name: login }).click();
    await visitor.page.getByRole('heading', { level: 1, name: '我的一天' }).waitFor();
    return visitor;
  }

  /** Opens a page through the main navigation. */
  async go(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click();
    await this.heading(name);
  }
  async heading(name: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }
  /** Opens a matter from a register. */
  async open(register: string, title: string): Promise<void> {
    await this.go(register);
    await this.page.getByRole('link', { name: title, exact: true }).first().click();
    await this.heading(title);
  }
  /** Opens what my day names, as owed or as possible, for a matter. */
  async task(name: string, matter: string, step = ''): Promise<void> {
    await this.go('我的一天');
    const link = this.page.getByRole('link', { name, exact: true });
    const line = this.page.getByRole('listitem').filter({ hasText: matter }).filter({ hasText: step }).filter({ has: link });
    await line.getByRole('link', { name, exact: true }).click();
    await this.heading(matter);
  }
  /** The part of the page under that heading. */
  part(name: string): Locator {
    return this.page.getByRole('region', { name });
  }
  /** The step of that name in the picture of the procedure. */
  async step(name: string): Promise<void> {
    await this.page.getByRole('list', { name: '流程' }).getByRole('button', { name }).click();
    await this.page.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) }).waitFor();
  }

  /** Opens the form of a command, as done here or as entered for another. */
  async form(command: string, way: '办理' | '代录' = '办理'): Promise<Locator> {
    await this.page.getByRole('button', { name: `${command}：${way}` }).click();
    const form = this.page.getByRole('form', { name: command });
    await form.waitFor();
    return form;
  }
  async do(command: string, entries: Entries = {}, way: '办理' | '代录' = '办理'): Promise<void> {
    const form = await this.form(command, way);
    await this.enterIn(form, entries);
    await this.submit(form);
  }
  async submit(form: Locator): Promise<void> {
    await form.getByRole('button', { name: '提交' }).click();
    await form.waitFor({ state: 'detached' });
  }

  async enterIn(form: Locator, entries: Entries): Promise<void> {
    for (const [label, entry] of Object.entries(entries)) {
      if ('type' in entry) await form.getByRole('textbox', { name: label }).fill(entry.type);
      else if ('pick' in entry) await form.getByRole('radiogroup', { name: label }).getByText(entry.pick, { exact: true }).click();
      else if ('choose' in entry) await this.choose(form, label, [entry.choose].flat());
      else await this.file(form, label, entry.file);
    }
  }
  private async choose(form: Locator, label: string, names: readonly string[]): Promise<void> {
    const box = form.getByRole('combobox', { name: label });
    for (const name of names) {
      await box.click();
      await this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(name).click();
    }
    await box.press('Tab'); // a list of which several may be chosen stays open
  }
  private async file(form: Locator, label: string, file: { readonly name: string; readonly words: string }): Promise<void> {
    const field = form.locator('.field', { hasText: label }).last();
    await field.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.words) });
    await field.getByText(`已上传：${file.name}`).waitFor();
  }

  /** Moves the days of the demonstration ahead, as its banner offers. */
  async days(n: 1 | 7 | 16): Promise<void> {
    const before = (await this.page.getByText(/^今天是 /).textContent())!;
    await this.page.getByRole('button', { name: `前进${n}天` }).click();
    await this.page.getByText(before, { exact: true }).waitFor({ state: 'detached' });
  }

  /** Leaves; nothing was asked of another host and no page had an error. */
  async leave(): Promise<void> {
    await this.window.close();
    assert.deepEqual(this.window.foreign, []);
    assert.deepEqual(this.window.errors, []);
  }
}
