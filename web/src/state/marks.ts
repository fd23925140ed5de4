/** What kinds of events the track and the filters put together. */
export type Group = 'battles' | 'captures' | 'decisions' | 'court' | 'news' | 'marches';

const groups: [Group, RegExp][] = [
  ['captures', /^(place-taken|gate-betrayed|wall-carried|town-went-over|siege-laid|siege-lifted|summons-refused)$/],
  ['battles', /^(battle-ended|storm-repulsed|battle-declined|sallied|band-hunted|record-imposed)$/],
  ['decisions', /^(decision|order-given|order-answered|edict-answered|powers-granted|war-begun|treaty-concluded|treaty-renounced|paper-answered|paper-heard)$/],
  ['news', /^(news|war-learned|peace-learned|execution-heard)$/],
  ['marches', /^(march-begun|arrived|crossing-awaited|seat-moved|conduct-changed)$/],
];

export function groupOf(kind: string): Group {
  for (const [group, kinds] of groups) if (kinds.test(kind)) return group;
  return 'court';
}
