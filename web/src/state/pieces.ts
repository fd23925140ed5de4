/** Whom or what a piece of a sentence names, as the encyclopaedia has it. */
export interface Naming {
  kind: 'place' | 'person' | 'force' | 'seat';
  id: string;
}

export const nameKinds: ReadonlySet<string> = new Set(['place', 'person', 'force', 'seat']);
