import type { Place } from '../../instruments/public-notice/rules.ts';

/** What is on file about a conversion, for the question whether its leaders were diligent (尽职免责). */
export type Diligence = {
  readonly method: string | null;
  /** Places where the price was published and the notice has run out. */
  readonly noticed: readonly Place[];
  /** Resolutions passed with their minutes. */
  readonly resolutions: number;
  /** Elements with a paper on file: reasonable-care, supervision, no-illegal-gain. */
  readonly evidenced: readonly string[];
  readonly illegalGain: boolean;
};

export type Element = { readonly element: string; readonly met: boolean };
export type Assessment = {
  readonly elements: readonly Element[];
  /** All elements the texts name are evidenced. */
  readonly diligent: boolean;
  /** The way the price was set is one for which the texts free a diligent leader. */
  readonly channel: boolean;
  /** Places still lacking where the price was agreed. */
  readonly missingPlaces: readonly Place[];
  readonly noIllegalGain: boolean;
  readonly exempt: boolean;
};

/** Weighs the file against what the adopted texts name. Undefined where no text speaks of it. */
export function assess(d: Diligence, law: { readonly elements: readonly string[]; readonly channels: readonly string[] }): Assessment {
  const met: Readonly<Record<string, boolean>> = {
    'democratic-decision': d.resolutions > 0,
    'reasonable-care': d.evidenced.includes('reasonable-care'),
    supervision: d.evidenced.includes('supervision'),
  };
  const elements = law.elements.map((element) => ({ element, met: met[element] ?? false }));
  const both: readonly Place[] = ['in-unit', 'technology-market'];
  const missingPlaces =
    d.method === 'agreed' && law.channels.includes('agreed-noticed-in-unit-and-market') ? both.filter((p) => !d.noticed.includes(p)) : [];
  const channel =
    d.method === 'agreed'
      ? law.channels.includes('agreed-noticed-in-unit-and-market') && missingPlaces.length === 0
      : d.method !== null && law.channels.includes(d.method);
  const diligent = elements.length > 0 && elements.every((e) => e.met);
  const noIllegalGain = !d.illegalGain && d.evidenced.includes('no-illegal-gain');
  return { elements, diligent, channel, missingPlaces, noIllegalGain, exempt: diligent && channel && noIllegalGain };
}
