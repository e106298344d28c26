import { onceForEachWord } from '../once.ts'

/**
 * The forms of the verbs that say the same as a noun, in lower case: attack → attacked, attacking; assassination → assassinated;
 * withdrawal → withdrew. Arabic likes a noun where English takes the verb (شن هجوما, "attacked").
 */
export const verbForms = onceForEachWord((noun): ReadonlySet<string> => new Set(verbsOf(noun).flatMap(conjugated)))

function verbsOf(noun: string): string[] {
  const listed = irregularNouns[noun]
  if (listed) return [listed]
  if (alsoVerbs.has(noun)) return [noun]
  if (things.has(noun)) return []
  const ending = endings.find(([shape]) => shape.test(noun))
  if (!ending) return []
  const [shape, ...verbs] = ending
  return verbs.map((verb) => noun.replace(shape, verb)).filter((verb) => verb.length > 2)
}

function conjugated(verb: string): string[] {
  const past = irregularVerbs[verb] ?? regular(verb)
  return alsoOtherThings.has(verb) ? [...past, ...ing(verb)] : [verb, ...past, ...third(verb), ...ing(verb)]
}

function regular(verb: string): string[] {
  if (verb.endsWith('e')) return [`${verb}d`]
  if (/[^aeiou]y$/.test(verb)) return [verb.replace(/y$/, 'ied')]
  return [`${verb}ed`, `${doubled(verb)}ed`]
}

function third(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [verb.replace(/y$/, 'ies')]
  return [/(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`]
}

function ing(verb: string): string[] {
  return /[^eoy]e$/.test(verb) ? [verb.replace(/e$/, 'ing')] : [`${verb}ing`, `${doubled(verb)}ing`]
}

/** stop, stopped; that of a word which doubles nothing is no word and harms nothing. */
function doubled(verb: string): string {
  return /[^aeiou][aeiou][bdglmnprt]$/.test(verb) ? verb + verb.at(-1)! : verb
}

/** How nouns are made of verbs, with what stands there instead in the verb. */
const endings: readonly (readonly [ending: RegExp, ...verbs: string[]])[] = [
  [/ification$/, 'ify'], // clarification
  [/ation$/, 'ate', 'e', ''], // assassination, mobilization, confirmation
  [/ition$/, 'it', 'ite', 'ose'], // prohibition, opposition
  [/ption$/, 'pt', 'be'], // interruption, description
  [/ction$/, 'ct'], // reduction has its own line below
  [/tion$/, 'te', 't'], // execution, adoption
  [/ssion$/, 'ss', 't'], // discussion, permission
  [/sion$/, 'de', 'd', 'se'], // explosion, expansion
  [/ment$/, ''], // announcement
  [/al$/, '', 'e'], // withdrawal, arrival
  [/ance$/, '', 'e'], // assistance, guidance
  [/ence$/, '', 'e'], // insistence
  [/([bdgmnprt])\1ing$/, '$1'], // kidnapping
  [/ing$/, '', 'e'], // bombing, shelling
  [/ure$/, '', 'e'], // departure, closure
]

/** Nouns of news that are verbs as they stand. Others that could be (base, state, force, house) mostly name a thing. */
const alsoVerbs = new Set(
  (
    'abuse advance aid airlift alert ambush answer approach arrest assault attack attempt ban blame blast blockade bomb boycott call ' +
    'campaign capture cause charge claim clash collapse comment concern condemn control crash damage deal debate decline decrease ' +
    'defeat delay demand desire dispute drill effort end escape exchange exit export fall fear fight fire fund gain guard halt harm help ' +
    'hit hope impact import increase influence injure insult interview invest join kidnap launch lead limit loot march mention ' +
    'murder need offer order pause permit plan pledge praise pressure probe progress promise protest purge push quarrel raid rally ' +
    'ransom rebuke recruit reform release remark repair reply report request rescue resort respect result retreat return review ' +
    'revolt rise risk sabotage sanction search shift shoot shot siege smuggle spread stop storm strike struggle support ' +
    'surge surrender suspect talk target tax test torture trade transfer travel trial use visit vote vow wish withdraw work wound'
  ).split(' '),
)

/** Made like the name of a deed, but mostly the name of a thing, a place or a body of people. */
const things = new Set(
  (
    'administration apartment arsenal association battalion building capital coalition commission condition corporation department ' +
    'delegation document element evening faction federation foundation function generation government hospital institution journal ' +
    'journalist material million mission moment morning movement nation official opposition organization organisation parliament ' +
    'population position region religion revolution section sentence session settlement signal situation station television union ' +
    'version wing furniture nature picture future culture agriculture literature science audience conference evidence violence intelligence ' +
    'influence finance france ambulance alliance distance province basement information legislature creature'
  ).split(' '),
)

/** Verbs that, as they stand or with an s, are mostly the name or kind of another thing: the State has made no statement, a train gives no training. */
const alsoOtherThings = new Set('arm content direct house land lead market object part place port present ship state train'.split(' '))

const irregularNouns: Readonly<Record<string, string>> = {
  abolition: 'abolish',
  acquisition: 'acquire',
  application: 'apply',
  bombardment: 'bombard',
  burial: 'bury',
  choice: 'choose',
  competition: 'compete',
  complaint: 'complain',
  concession: 'concede',
  death: 'die',
  defence: 'defend',
  defense: 'defend',
  demolition: 'demolish',
  denial: 'deny',
  destruction: 'destroy',
  detention: 'detain',
  entry: 'enter',
  explanation: 'explain',
  expulsion: 'expel',
  failure: 'fail',
  flight: 'fly',
  growth: 'grow',
  intervention: 'intervene',
  introduction: 'introduce',
  loss: 'lose',
  meeting: 'meet',
  occupation: 'occupy',
  production: 'produce',
  proof: 'prove',
  recognition: 'recognize',
  reconciliation: 'reconcile',
  reduction: 'reduce',
  refusal: 'refuse',
  resolution: 'resolve',
  response: 'respond',
  revelation: 'reveal',
  sale: 'sell',
  seizure: 'seize',
  speech: 'speak',
  success: 'succeed',
  threat: 'threaten',
  victory: 'win',
  warning: 'warn',
}

/** Past and participle of the verbs of news that do not take -ed. */
const irregularVerbs: Readonly<Record<string, readonly string[]>> = {
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  build: ['built'],
  choose: ['chose', 'chosen'],
  cut: ['cut'],
  deal: ['dealt'],
  die: ['died', 'dying', 'dead'],
  fall: ['fell', 'fallen'],
  fight: ['fought'],
  find: ['found'],
  flee: ['fled'],
  fly: ['flew', 'flown'],
  give: ['gave', 'given'],
  grow: ['grew', 'grown'],
  hit: ['hit'],
  hold: ['held'],
  kill: ['killed'],
  lead: ['led'],
  leave: ['left'],
  lose: ['lost'],
  meet: ['met'],
  oversee: ['oversaw', 'overseen'],
  overthrow: ['overthrew', 'overthrown'],
  pay: ['paid'],
  rise: ['rose', 'risen'],
  run: ['ran'],
  say: ['said'],
  see: ['saw', 'seen'],
  seek: ['sought'],
  sell: ['sold'],
  send: ['sent'],
  shoot: ['shot'],
  sink: ['sank', 'sunk'],
  speak: ['spoke', 'spoken'],
  spend: ['spent'],
  spread: ['spread'],
  steal: ['stole', 'stolen'],
  strike: ['struck', 'stricken'],
  take: ['took', 'taken'],
  tell: ['told'],
  throw: ['threw', 'thrown'],
  understand: ['understood'],
  win: ['won'],
  withdraw: ['withdrew', 'withdrawn'],
}
