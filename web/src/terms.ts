/** A term of the page, explained: [[id]] in a text is another term, [[id|as it reads there]] says it in other words. */
export interface Term {
  en: readonly [name: string, text: string];
  zh: readonly [name: string, text: string];
  /** Where it is from: a page of the rules, or a work. */
  source: readonly [en: string, zh: string];
}

const rule = (page: string): readonly [string, string] => [`docs/rules/${page}.md`, `docs/rules/${page}.md`];

/** In the order in which a glossary has them: the table, the road, the field, the siege, the court, the sources. */
export const terms = {
  men: {
    en: ['Men, about', 'Strengths are told as reports tell them: in steps of an eighth of a doubling, so that a figure may be a twentieth off. Of the enemy they carry the [[scouts|error of scouts]] besides, and all grow [[age|old]].'],
    zh: ['兵，約', '兵數依奏報之例，以八分之一倍為一階，故所記或差二十分之一。敵軍之數更有[[scouts|斥候之誤差]]，且皆會[[age|陳舊]]。'],
    source: rule('couriers'),
  },
  age: {
    en: ['Age of knowledge', 'How many days ago it was so. News rides at the speed of [[post|the post]]; what stands before the eyes of the seat is of today, what nobody has written of since the first day is as old as the war.'],
    zh: ['所知之日', '距其為實已若干日。消息之速即[[post|驛遞]]之速；目前所見者為今日，首日以來無人奏報者，其舊同於戰事之日數。'],
    source: rule('couriers'),
  },
  grain: {
    en: ['Grain, days', 'For how many days a body is fed by what it carries and what its [[magazine]] sends, as its last report said. A soldier carries some days himself; the rest comes with [[porters]], boats and carts. Plenty: for more than eight months.'],
    zh: ['糧，日', '據最近奏報，其所攜並[[magazine|屯糧之所]]所運可支若干日。士卒自負數日，餘賴[[porters|伕役]]、舟車。充足：可支八月以上。'],
    source: ['docs/rules/supply.md; Shen Kuo, Mengxi bitan 11', 'docs/rules/supply.md；沈括《夢溪筆談》卷十一'],
  },
  porters: {
    en: ['Porters', 'Men who carry for the army and eat of what they carry. Shen Kuo reckoned that with three of them a soldier is fed for some sixteen days out and back; more cannot be done on backs.'],
    zh: ['伕役', '為軍負糧而亦食其所負者。沈括計之：三人餉一卒，往返約可十六日；僅恃人負，至此而極。'],
    source: ['Shen Kuo, Mengxi bitan 11', '沈括《夢溪筆談》卷十一'],
  },
  magazine: {
    en: ['Magazine', 'The walled place from which a body draws its [[grain]] and to which it falls back.'],
    zh: ['屯糧之所', '部隊取[[grain|糧]]、退守所依之城。'],
    source: rule('supply'),
  },
  clocks: {
    en: ['Three clocks', 'Of every order: when it was written, when it should have arrived by the usual ride of [[post|the post]], when an answer came. Between the second and the third nobody at the desk knows anything.'],
    zh: ['三時', '每令皆有三時：何時發，依[[post|驛遞]]常程何時當至，何時得覆。後二者之間，案前一無所知。'],
    source: rule('command'),
  },
  post: {
    en: ['The post', 'Rated speeds a day: walking post 200 [[li]], horse post 300, urgent post and tablet 400; on the road they make some six tenths of it. Nothing in the war is faster than that.'],
    zh: ['驛遞', '額定日行：步遞二百[[li|里]]，馬遞三百，急腳遞與金字牌四百；實行約其六成。戰中無物速於此。'],
    source: ['Shen Kuo, Mengxi bitan 11; Songshi 154; docs/rules/couriers.md', '沈括《夢溪筆談》卷十一；《宋史》卷一五四；docs/rules/couriers.md'],
  },
  li: {
    en: ['Li', 'A Song li: 561.6 m here. A square of the net of the map is a hundred of them a side, as on the stone map of 1136.'],
    zh: ['里', '宋里，此處作561.6公尺。圖上方格每邊百里，依阜昌七年石刻《禹跡圖》。'],
    source: ['Yu ji tu, 1136; docs/model.md', '《禹跡圖》（1136）；docs/model.md'],
  },
  answer: {
    en: ['Answer', 'What a commander makes of an order when it reaches him: he obeys; adapts it to what stands before him; puts it off; or refuses. Of his reason he writes one word, which rides back by [[post|the post]]. See [[powers]] and [[trust]].'],
    zh: ['覆命', '令至，將領或奉行，或變通，或延緩，或不從。其故以一語書之，由[[post|驛遞]]還報。參見[[powers|權限]]、[[trust|信任]]。'],
    source: rule('command'),
  },
  powers: {
    en: ['Powers', 'What an office may do without asking. Bound: it acts on orders. Discretionary (bianyi xingshi): it may act and report. Supreme: it answers to nobody in the field. The wider the powers, the less an edict weighs with who has them.'],
    zh: ['權限', '其職不待請而可為者。聽命：奉令而行。便宜行事：先行後奏。最高：軍中無所稟承。權愈重，詔命於其人愈輕。'],
    source: rule('command'),
  },
  trust: {
    en: ['Trust', 'The superior’s in the holder of a seat, 0-1000. Obeying raises it a little, putting off lowers it, refusing lowers it much.'],
    zh: ['信任', '上司對其人之信，0至1000。奉命略增，延緩則減，不從則大減。'],
    source: rule('command'),
  },
  fear: {
    en: ['Fear', 'Of the superior, 0-1000. Each putting off and each refusal adds to it; it weighs towards obeying.'],
    zh: ['畏上', '對上司之畏，0至1000。每延緩、不從則增；畏則趨於奉命。'],
    source: rule('command'),
  },
  aim: {
    en: ['Aim from above', 'The last edict that the seat took for its own: what it is to do and where. It stands until another arrives; the forces of the seat are moved by its own orders, not by it.'],
    zh: ['上命', '其職所受之最近詔命：所為何事，在何處。後命至前皆有效；動兵則憑本職之令，不憑此命。'],
    source: rule('command'),
  },
  odds: {
    en: ['Odds', 'The chance of a fight as the rules reckon it, of the sides as this seat believes them to be: [[men]], [[quality]], arms, ground, leadership and posture. Between the two bounds lies what the [[scouts|error of scouts]] and old news leave open. The fight itself is thrown for.'],
    zh: ['勝算', '以此職所信之雙方，依規則推算之勝機：[[men|兵數]]、[[quality|素質]]、兵種、地勢、統率、陣勢。上下限之間，為[[scouts|斥候誤差]]與舊聞所未能定者。實戰則擲骰而決。'],
    source: rule('battle'),
  },
  scouts: {
    en: ['Error of scouts', 'Two in three counts of an enemy host are between three quarters of the truth and a third over it.'],
    zh: ['斥候之誤差', '斥候計敵，三回之中約有二回在實數四分之三至三分之四之間。'],
    source: rule('battle'),
  },
  quality: {
    en: ['Quality', 'Drill, arms and experience of a body, 1 to 10; middling men are 5.'],
    zh: ['素質', '部隊之訓練、器械與閱歷，1至10；中平者為5。'],
    source: rule('battle'),
  },
  horse: {
    en: ['Horse', 'Share of the men who ride. On the plain a light rider weighs one and a half men on foot, an armoured one two and a half; in hills and streets they fight on foot.'],
    zh: ['騎', '部眾中騎者之分。平原上輕騎一當步卒一人半，重騎當二人半；山地街巷則下馬而戰。'],
    source: rule('battle'),
  },
  walls: {
    en: ['Walls', 'From 0, none, to 5, of the degree of a capital. A defender behind them counts for 1, 2, 3, 4, 6 or 8 men when they are [[storm|stormed]].'],
    zh: ['城防', '自0（無城）至5（都城之制）。[[storm|登城]]之時，守者一人依次當1、2、3、4、6、8人。'],
    source: rule('siege'),
  },
  storm: {
    en: ['Storm', 'An assault on a wall, once the works are ready. It depends on how many storm how many behind what [[walls]], on the breach, and on whether the garrison was warned. A town that is not stormed may be starved or [[summons|summoned]].'],
    zh: ['登城', '攻具既備而攻其垣。視攻守之數、[[walls|城防]]、破口，以及守者有備與否。不攻則可困之，或[[summons|招降]]。'],
    source: rule('siege'),
  },
  summons: {
    en: ['Summons', 'A letter to a town: open, and keep your posts. Its officer’s loyalty decides, with how many stand before the gate, who might relieve it, and what its neighbours did.'],
    zh: ['招降', '致書於城：開門者仍其職。其官之忠、城下之眾、援兵之望、鄰城之去就，皆與之。'],
    source: rule('surrender'),
  },
  band: {
    en: ['Loyal bands', 'Irregulars in the hills and marshes behind the enemy, without pay or train. They hide, harry and melt away; they answer to whom they choose.'],
    zh: ['忠義軍', '敵後山水間之義兵，無餉無輜重。潛伏、襲擾、聚散無常，從其所願從者。'],
    source: rule('uprising'),
  },
  factions: {
    en: ['Factions', 'Those for war and those for peace at a court, each with a weight of 0-1000: the standing of its men, and what memorials have added of late. News of the war moves them, and they move what the court decides.'],
    zh: ['和戰之爭', '朝中主戰、主和兩端，各有權重0至1000：其人之位望，及近日奏議所增。戰訊動之，而朝議隨之。'],
    source: rule('court'),
  },
  paper: {
    en: ['Paper', 'Terms of a peace, drawn up and carried by envoys. Until it is answered it waits; each of its clauses comes due afterwards.'],
    zh: ['條款', '議和之文，由使節齎往。未覆則待；其後各款依期履行。'],
    source: rule('treaty'),
  },
  loyalty: {
    en: ['Loyalty of the people', 'How many in a thousand of the people of a place are for who holds it. It moves with what is done to them, and decides who rises.'],
    zh: ['人心', '其地之民千人中歸心於據有者之數。隨其待民而變，亦決其起與不起。'],
    source: rule('population'),
  },
  era: {
    en: ['Era date', 'Year of the era, month and day as Song counted them, of the moon; beside it the Julian date.'],
    zh: ['年號紀日', '宋所行之年號、月、日（陰曆）；旁為儒略曆。'],
    source: ['docs/model.md; calendars of Song, Liao and Jin', 'docs/model.md；宋遼金曆'],
  },
  certainty: {
    en: ['Certainty', 'How sure the project is that the annals mean what is shown: sure, fairly sure, unsure. It is of the source, not of the rules.'],
    zh: ['確度', '史文所指是否即如所示：確、較可信、存疑。此就史料言，非就規則言。'],
    source: ['docs/scenario-format.md', 'docs/scenario-format.md'],
  },
  leadership: {
    en: ['Leadership', 'Of a commander, 1 to 10, from what his fights show; ± is what is not known of it. A standard deviation of it (a point and a half) weighs in a fight about as much as four to one in men.'],
    zh: ['統率', '將領之能，1至10，由其戰績而得；±為所未知者。相差一標準差（一分半），於戰約當兵力四比一。'],
    source: rule('battle'),
  },
  loyaltyOfMen: {
    en: ['Loyalty', 'Of a man to his side, 0-1000, on the first day: what he did, and what was done to him, moves it. It weighs in whether he obeys, opens a gate or listens to an offer.'],
    zh: ['忠誠', '其人對本方之忠，0至1000，以首日為準：其所為與所遇皆使之變。奉命、開門、受誘，皆與之。'],
    source: rule('command'),
  },
  ambition: {
    en: ['Ambition', 'Of a man, 0-1000. The ambitious obey less readily, and hear secret offers longer.'],
    zh: ['志欲', '其人之志，0至1000。志大者不易奉命，亦較能聽密約。'],
    source: rule('command'),
  },
  caution: {
    en: ['Caution', 'Of a commander, 0-1000. The rash attack at a chance of four in ten, the most careful at seven in ten; so also with standing and with [[storm|storming]].'],
    zh: ['慎重', '將領之慎，0至1000。輕者有四成勝機即戰，至慎者須七成；其守與[[storm|登城]]亦然。'],
    source: rule('battle'),
  },
  daysTold: {
    en: ['Days', 'Of the sun, from evening to evening: all that moves in the war is settled once a day. How long a road takes, the [[li]] of it and the speed of [[post|the post]] say.'],
    zh: ['日', '以日計，自暮至暮：戰中凡動，日決一次。道途幾日，視其[[li|里]]數與[[post|驛遞]]之速。'],
    source: ['docs/model.md', 'docs/model.md'],
  },
  shi: {
    en: ['Shi of grain', 'A measure of a hundred sheng. A soldier eats two sheng a day, so that a shi feeds him for fifty days; see [[porters]] and [[magazine]].'],
    zh: ['石', '百升為石。一卒日食二升，一石可支五十日；參見[[porters|伕役]]、[[magazine|屯糧之所]]。'],
    source: rule('supply'),
  },
  chance: {
    en: ['Chance', 'What who decided it reckoned with, in tenths; what came was thrown for. See [[odds]].'],
    zh: ['成數', '決事者所計之機，以十分計；其果則擲骰而定。參見[[odds|勝算]]。'],
    source: rule('battle'),
  },
  sum: {
    en: ['A sum', 'Told as it is, not rounded. Cash is told in strings (guan), silver in liang, silk in bolts.'],
    zh: ['數', '據實而書，不取約數。錢以貫計，銀以兩計，絹以匹計。'],
    source: ['docs/rules/treaty.md; docs/rules/supply.md', 'docs/rules/treaty.md；docs/rules/supply.md'],
  },
  conduct: {
    en: ['Conduct', 'What a body was doing when it was last heard of. Besieged: shut in behind [[walls]], living on what the town has. In flight: beaten and scattered, heeding no orders until it has rallied. Retreating: on its way back to its [[magazine]].'],
    zh: ['動止', '最近所聞其部之所為。被圍：困於[[walls|城垣]]之內，食城中之儲。潰走：既敗而散，未收合則不受命。退卻：正還其[[magazine|屯糧之所]]。'],
    source: ['docs/rules/battle.md; docs/rules/siege.md', 'docs/rules/battle.md；docs/rules/siege.md'],
  },
  warPeace: {
    en: ['War and peace', 'Where a man stands at court: -100 wholly for peace, 100 wholly for war. See [[factions]].'],
    zh: ['和戰', '其人於朝之所主：-100全主和，100全主戰。參見[[factions|和戰之爭]]。'],
    source: rule('court'),
  },
} as const satisfies Record<string, Term>;

export type TermId = keyof typeof terms;

/** The term that explains a figure of a sentence, or a word of the table, by its kind. */
export const termOfFigure: Readonly<Record<string, TermId>> = {
  men: 'men', days: 'daysTold', grain: 'shi', odds: 'chance', exactly: 'sum', date: 'era', written: 'clocks', age: 'age', 'grain-days': 'grain', answer: 'answer', powers: 'powers', conduct: 'conduct',
};

export type Piece = string | { term: TermId; text: string };

/** A text taken apart into what is plain and what is a term. */
export function pieces(text: string, zh: boolean): Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\[\[(\w+)(?:\|([^\]]+))?\]\]/g)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    const id = match[1] as TermId;
    parts.push({ term: id, text: match[2] ?? (zh ? terms[id].zh[0] : terms[id].en[0].toLowerCase()) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
