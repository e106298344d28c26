/** What the words on either side of a word tell of its reading: رفض is a verb after الذي and a noun after في. */
import { isAdjective } from './adjectives.ts'
import { losesFinalYa } from './inflection.ts'
import { key, plain } from './letters.ts'
import { isOwnFeminine } from './particles.ts'
import { listedNouns, singularsOf } from './plurals.ts'

/** What a word, by itself, may be for its neighbours; several at once. */
export const traits = {
  /** Has the article. */
  definite: 1,
  /** Governs the genitive: after it stands a noun. */
  preposition: 2,
  /** After it a verb is likelier than a noun. */
  beforeVerb: 4,
  /** A title or profession: after it stands a person. */
  title: 8,
  /** An adjective by its list or its ي, ية. */
  adjective: 16,
  /** Ends in ة or ات, or is a broken plural: an adjective after it is feminine. */
  feminine: 32,
  /** A common noun of the list, without article or preposition. */
  commonNoun: 64,
  /** A noun that, as written, may be a verb in the past: رفض، توقع. */
  maybeVerb: 128,
  /** The same with an attached pronoun: عقده. */
  maybeVerbWithObject: 2048,
  /** A noun that, without article, mostly serves as a preposition: عقب، وسط. */
  maybePreposition: 256,
  /** Begins with a conjunction. */
  joined: 512,
  /** Says which of several times: the noun before it is one. */
  temporal: 1024,
  /** A noun that is far more often a verb where a place or a year follows: ولد في، صدر عام. */
  eventVerb: 4096,
  /** A year follows: عام، سنة. */
  year: 8192,
  /** A noun that may be a verb, but with its vowels written is the one, or the other: ذَكَرَ، ذِكْر. */
  writtenVerb: 16384,
  writtenNoun: 32768,
  /** عبد, and what makes a name of a person with it: عبد السلام. */
  servant: 65_536,
  lord: 131_072,
  /** What makes a name of a person with الدين, and that: جمال الدين. */
  ofFaith: 262_144,
  faith: 524_288,
} as const

const prepositionRows = `
في من إلى على عن حول بعد قبل منذ خلال ضد دون بين عبر نحو لدى مع تحت فوق أمام وراء خلف حتى بسبب رغم بدون
كل بعض أي أية هذا هذه ذلك تلك غير مثل عدم أول آخر أهم أكبر أكثر ذات ذو ذي يا
`

const beforeVerbRows = `
الذي الذين التي اللذان اللذين قد لقد ثم كما حيث عندما حين حينما بعدما مثلما كلما لما فيما بينما ريثما لم لن لا سوف
أنه إنه أنها إنها بأنه لأنه أنهم إنهم ما مما لو كان إذا إذ متى هل
`

/** Names of God that are common words without the article, too, as they follow عبد in names. */
const lordRows = `
السلام الملك القادر الكريم العزيز الحكيم الغني القوي الجليل اللطيف الحميد المجيد العليم العظيم الكبير العالي العلي الحليم الحفيظ الرقيب الواسع الشهيد الحق المتين الولي
الحي الواحد الأحد الصمد المعطي المانع النافع النور الهادي الباقي الوارث الرشيد الصبور الأول الآخر الظاهر الباطن العدل الخبير المؤمن الخالق الباسط الرافع المحسن الناصر العاطي
الرحيم الرؤوف الغفور الشكور البصير السميع المنعم الجواد الفتاح الجبار الإله الرب المولى النبي الرسول الأمير الحسين الزهرة
`

/** Of عماد الدين the pillar of the faith is meant as often. */
const faithRows = 'عز جمال صلاح نور محيي محي بهاء علاء شمس سيف حسام تاج فخر زين خير ضياء شهاب نجم سعد شرف بدر جلال برهان تقي مجد ناصر صفي'

const titleRows = `
الرئيس رئيس الوزير وزير السيد السيدة الشيخ الدكتور الدكتورة الأستاذ المهندس اللواء الفريق العميد العقيد الرائد النقيب المقدم الملازم الجنرال المشير
الأمير أمير الأميرة الملك ملك الملكة السلطان الإمام الخليفة القاضي المحامي النائب السفير القس الأب البابا البطريرك المطران الحاج الشهيد المرحوم الراحل
الزميل الكاتب الشاعر الفنان المخرج اللاعب المدرب المتحدث القيادي المرشح الشيخة الكولونيل الماريشال السناتور الأمين المفتي العلامة السير اللورد
`

/** Nouns in the bare form whose letters are also a verb in the past; those on the pattern تفعل and تفاعل need no row. */
const verbRows = `
رفض عقد حدث طلب نقل وضع عرض شغل طرح كتب فشل عين رد شب جدد قتل ضرب دفع فتح جمع منع نشر حكم علم عمل فرض حصد خرق شن حل مر ذكر شكر كشف وصف هدم قصف قطع دخل رفع
حمل درس بحث خطف سجن أمر أكل شرب فقد كسب غضب أمل عزم قصد حرص زعم شرح شرط طبع عبر عزل فصل فسر قبض كسر مثل مدح مس مسح نصح نصر نظر نظم نقد نقض نهب هجر هرب هزم وزن وصل وعد
وقف ولد حرق حصر حفظ حظر حفر حلف خدع خلف خلق ختم دعم ذبح ربح ربط رسم رصد ركب سبق سجل سحب سرق سلب شتم شجب شحن صدر صد ضبط ضخ ضغط ضم طرد طعن عد عقب غرق غلب فحص فرز فضل قذف قسم
كبح لحق لمس مزج نزع نزف نسف نسخ نطق نقش هتف خطط فرق صور قيم طرق قدم قرب كلف صرف حذر بلغ ترك خسر شهد شعر صنع ظلم عاد قاد زار قام أثر ألف أشهر أسهم أجل أفرج أسس أسر
تابع طالب قاتل حارب خالف صالح سلم خصص حدد كرر هدد مهد وجه وقع ورد وفد نصب نبه ندد لوح كثف كرس قرر رجح رحب رشح سبب شكل صعد عدد غير فجر
خفض حسم حشد جذب سحق ردع قمع شطب حجز حجب جرح خطب بذل جلب هدر نسب حلم رقص سكن نزل صوت خصم
`

const prepositionalRows = `
عقب وفق خارج داخل ضمن أثناء إثر تجاه إزاء جراء قبل بعد أم
`

const eventRows = 'ولد درس دفن صدر نشر'

/** Nouns that the text more often has as an adjective when they follow a definite noun of their gender; those in ية need no row. */
const ambiguousRows: ['feminine' | 'masculine', string][] = [
  ['feminine', 'معارضة مقاومة مشاركة مقدمة قائمة ثانية مساعدة مراقبة مقاتلة عاملة ناقلة حافلة قاعدة'],
  ['masculine', 'عام حديث'],
]

const ambiguous = new Map(ambiguousRows.flatMap(([gender, words]) => words.split(' ').map((word) => [word, gender] as const)))

/** تنمية and رواية are verbal nouns, their ية is no adjective's; تركية is one. */
const verbalNounInYa = /^(?!تركية)ت..ية$|اية$/

/** The gender in which a noun of an entry, without article, may be an adjective instead; undefined where it hardly can. */
export function ambiguityOf(base: string): 'feminine' | 'masculine' | undefined {
  return ambiguous.get(base) ?? (/^.{3,}ية$/.test(base) && !isOwnFeminine(base) && !verbalNounInYa.test(base) ? 'feminine' : undefined)
}

const temporalRows = 'الماضي المقبل القادم الجاري الحالي المنصرم الفائت التالي السابق الدراسي المالي الميلادي الهجري'

const prepositions = wordsOf(prepositionRows)
const beforeVerb = wordsOf(beforeVerbRows)
const titles = wordsOf(titleRows)
const verbs = wordsOf(verbRows)
const prepositional = wordsOf(prepositionalRows)
const temporal = wordsOf(temporalRows)
const events = wordsOf(eventRows)
const lords = wordsOf(lordRows)
const beforeFaith = wordsOf(faithRows)

/** With and without hamza, with and without the dots of a final ي. */
function wordsOf(rows: string): ReadonlySet<string> {
  const listed = rows.trim().split(/\s+/).map(plain)
  const bare = listed.map((word) => word.replaceAll(/[أإآ]/g, 'ا'))
  return new Set([...listed, ...bare, ...[...listed, ...bare].map((word) => word.replace(/ي$/, 'ى'))])
}

/** تدخل، تعاون: nouns of the fifth and sixth verb form are written as their past. */
const fifthOrSixthForm = /^ت(?:[^اة]{3}|[^اة]ا[^اة]{2})$/

/** فَعَلَ, فُعِلَ, فَعَّلَ with their vowels. */
const verbWithVowels = /^(?:[وف]َ)?[ء-ي][َُ][ء-ي](?:ّ?[َُِ]|[َُِ]ّ)[ء-ي]َ$/
/** Nouns with two fathas, which in the accusative look as a verb does: غَضَبَ الرب. */
const nounsWithFathas = wordsOf('غضب عمل طلب حدث فشل شغب غرق هرب سبق أمل ولد ندم نظر قدم سحر قدر شرف عدد مرض تعب سبب ورق خلف')
/** فِعْل and every case of it: a sukun on the second letter. */
const nounWithVowels = /^(?:[وف]َ)?[ء-ي][َُِ][ء-ي]ْ[ء-ي][ً-ِ]?ا?$/

/** The traits of a word of the text as it is written; its vowels tell a noun from a verb, where there are any. */
export function traitsAsWritten(surface: string): number {
  const own = traitsOf(plain(surface))
  if ((own & traits.maybeVerb) === 0) return own
  if (nounWithVowels.test(surface)) return own | traits.writtenNoun
  const mayBeNoun = /^.*[ء-ي]َ[ء-ي]َ$/.test(surface) && nounsWithFathas.has(plain(surface).slice(-3))
  return verbWithVowels.test(surface) && !mayBeNoun ? own | traits.writtenVerb : own
}

/** The traits of a word in `plain` spelling, as bits of `traits`. */
export function traitsOf(word: string): number {
  const own = bareTraits(word)
  if (!/^[وف]../.test(word) || own & listedTraits) return own
  const rest = bareTraits(word.slice(1))
  return own === 0 || rest & listedTraits || joinedArticle.test(word) ? rest | traits.joined : own
}

/** Traits that a word has by its list, not by its shape: with or without its first letter it is that word. */
const listedTraits =
  traits.preposition | traits.beforeVerb | traits.title | traits.maybeVerb | traits.maybePreposition | traits.temporal | traits.eventVerb

const joinedArticle = /^[وف](?:[بك]?ال|لل).../

function bareTraits(word: string): number {
  const definite = /^(?:[بك]?ال|لل)../.test(word)
  const base = definite ? word.replace(/^(?:[بك]?ال|لل)/, '') : word
  let found = definite ? traits.definite : 0
  if (prepositions.has(word)) found |= traits.preposition
  if (beforeVerb.has(word)) found |= traits.beforeVerb
  if (titles.has(word)) found |= traits.title
  if (isAdjective(base) || (/..ية?$/.test(base) && !losesFinalYa(base))) found |= traits.adjective
  // حلولا with its tanwin is as much a plural as حلول.
  if (/(?:ة|ات)$/.test(base) || singularsOf(base).length > 0 || singularsOf(base.replace(/ا$/, '')).length > 0) found |= traits.feminine
  if (!definite && listedNouns().has(key(base))) found |= traits.commonNoun
  if (verbs.has(word) || fifthOrSixthForm.test(word)) found |= traits.maybeVerb
  if (verbs.has(word.replace(/(?:ه|ها|هم|هما)$/, ''))) found |= traits.maybeVerbWithObject
  if (prepositional.has(word)) found |= traits.maybePreposition
  if (temporal.has(word)) found |= traits.temporal
  if (events.has(word)) found |= traits.eventVerb
  if (/^[بلك]?عبد$/.test(word)) found |= traits.servant
  if (lords.has(word)) found |= traits.lord
  if (beforeFaith.has(word)) found |= traits.ofFaith
  if (word === 'الدين') found |= traits.faith
  if (word === 'عام' || word === 'سنة') found |= traits.year
  return found
}

/** How a word of the text was read as a word of an entry, as far as its neighbours may speak for or against it. */
export interface Reader {
  /** A name, or a word that is inflected. */
  name: boolean
  /** Without article, preposition and ending; a broken plural too. */
  bare: boolean
  /** With an attached pronoun, and nothing before but a conjunction. */
  pronoun: boolean
  /** With ي, which is my or makes an adjective of it: وطني. */
  mine: boolean
  /** After an attached preposition: لوطني. */
  governed: boolean
  /** With the article. */
  definite: boolean
  /** The ي of two of them before an annexed noun, which is seldom told from my and from a relative adjective: وزيري. */
  construct: boolean
  /** The entry's own word may be an adjective in the text that agrees with the word before it, and means something else then: الخارجية, العام. */
  ambiguous: 'feminine' | 'masculine' | undefined
  /** The feminine of a masculine entry: الأمنية of أمني, which may be a noun of its own as well. */
  feminine: boolean
}

/** The traits of a word's neighbours, 0 where a full stop, a comma, a quote or the end of the text parts them. */
export interface Place {
  before: number
  after: number
  /** The word begins a sentence, or only a clause after a comma. */
  opening: 'sentence' | 'clause' | undefined
}

/** One thing that neighbours tell of some readings. */
export interface Cue {
  name: string
  /** The readings it may concern, by the word alone: `own` are the word's traits. */
  concerns: (reader: Reader, own: number) => boolean
  holds: (place: Place) => boolean
  /** What the confidence is multiplied by. */
  factor: number
  example: string
}

const has = (word: number, trait: keyof typeof traits) => (word & traits[trait]) !== 0

/** One cue a row; of several that hold all count. Their worth is measured one by one in bench/README.md. */
export const cues: Cue[] = [
  {
    name: 'a title before a person',
    concerns: (reader) => reader.name && reader.bare,
    holds: ({ before }) => has(before, 'title'),
    factor: 1.7,
    example: 'الرئيس على in a text that leaves out the dots of ي',
  },
  {
    name: 'a verb after its particle',
    concerns: (reader, own) => reader.bare && has(own, 'maybeVerb') && !has(own, 'writtenNoun'),
    holds: ({ before }) => has(before, 'beforeVerb'),
    factor: 0.45,
    example: 'الذي رفض، قد عقد',
  },
  {
    name: 'a verb at the head of a sentence',
    concerns: (reader, own) => reader.bare && !reader.name && has(own, 'maybeVerb') && !has(own, 'writtenNoun'),
    holds: ({ opening, after }) => opening === 'sentence' && !isIndefiniteAdjective(after),
    factor: 0.45,
    example: 'ورفض الوزير؛ but رفض أمريكي is a noun',
  },
  {
    name: 'a verb at the head of a clause',
    concerns: (reader, own) => reader.bare && !reader.name && has(own, 'maybeVerb') && !has(own, 'joined') && !has(own, 'writtenNoun'),
    holds: ({ opening, after }) => opening === 'clause' && !isIndefiniteAdjective(after),
    factor: 0.45,
    example: 'ومن جهته، توقع الوزير؛ but a noun may follow in a list: الدعم، ورفع الحظر',
  },
  {
    name: 'a verb with its vowels',
    concerns: (reader, own) => reader.bare && !reader.name && has(own, 'writtenVerb'),
    holds: () => true,
    factor: 0.45,
    example: 'ثُمَّ ذَكَرَ؛ but ذِكْرُ',
  },
  {
    name: 'a verb with its object after an adjective',
    concerns: (reader, own) => reader.pronoun && has(own, 'maybeVerbWithObject'),
    holds: ({ before }) => isIndefiniteAdjective(before),
    factor: 0.6,
    example: 'مؤتمر صحفي عقده',
  },
  {
    name: 'the name of a servant of God',
    concerns: (reader, own) => !reader.name && has(own, 'lord'),
    holds: ({ before }) => has(before, 'servant'),
    factor: 0.45,
    example: 'عبد السلام، عبد القادر',
  },
  {
    name: 'a name made with the faith',
    concerns: (reader, own) => !reader.name && has(own, 'faith'),
    holds: ({ before }) => has(before, 'ofFaith'),
    factor: 0.45,
    example: 'جمال الدين; but رجل الدين',
  },
  {
    name: 'my with a preposition attached',
    concerns: (reader) => reader.mine && reader.governed,
    holds: () => true,
    factor: 1.5,
    example: 'بقلبي، لوطني: an adjective in ي takes no ب or ل',
  },
  {
    name: 'my after a preposition',
    concerns: (reader) => reader.mine && !reader.governed,
    holds: ({ before }) => has(before, 'preposition'),
    factor: 1.5,
    example: 'إلى وطني، يا صديقي; but الدخل الوطني',
  },
  {
    name: 'my at the head of a sentence',
    concerns: (reader) => reader.mine && !reader.governed,
    holds: ({ opening }) => opening === 'sentence',
    factor: 1.5,
    example: 'رأيي أن: an adjective does not begin',
  },
  {
    name: 'a verb before a place or a year',
    concerns: (reader, own) => reader.bare && !reader.name && has(own, 'eventVerb'),
    holds: ({ before, after }) => !has(before, 'preposition') && (has(after, 'preposition') || has(after, 'year')),
    factor: 0.45,
    example: 'شاعر عربي ولد في دمشق عام',
  },
  {
    name: 'two of them before a definite noun',
    concerns: (reader) => reader.construct,
    holds: ({ after }) => has(after, 'definite'),
    factor: 1.8,
    example: 'وزيري الخارجية والدفاع',
  },
  {
    name: 'a noun that serves as a preposition',
    concerns: (reader, own) => reader.bare && has(own, 'maybePreposition'),
    holds: ({ before }) => !has(before, 'preposition'),
    factor: 0.48,
    example: 'عقب اجتماع؛ but من خارج is a noun',
  },
  {
    name: 'a feminine adjective after its noun',
    concerns: (reader) => reader.definite && reader.ambiguous === 'feminine',
    holds: ({ before, after }) => has(before, 'definite') && has(before, 'feminine') && !has(after, 'temporal'),
    factor: 0.45,
    example: 'التجارة الخارجية beside وزارة الخارجية',
  },
  {
    name: 'a masculine adjective after its noun',
    concerns: (reader) => reader.definite && reader.ambiguous === 'masculine',
    holds: ({ before, after }) => has(before, 'definite') && !has(before, 'feminine') && !has(after, 'temporal'),
    factor: 0.45,
    example: 'الأمين العام beside خلال العام and هذا العام',
  },
  {
    name: 'a definite feminine that agrees with its noun',
    concerns: (reader) => reader.feminine && reader.definite,
    holds: ({ before }) => has(before, 'definite') && has(before, 'feminine'),
    factor: 1.8,
    example: 'الأجهزة الأمنية; but قالت الأمنية الأخيرة',
  },
  {
    name: 'an indefinite feminine that agrees with its noun',
    concerns: (reader) => reader.feminine && !reader.definite && !reader.governed,
    holds: ({ before }) => has(before, 'feminine') && !has(before, 'definite') && !has(before, 'preposition'),
    factor: 1.8,
    example: 'حلول مناسبة; but في مناسبة',
  },
]

function isIndefiniteAdjective(word: number): boolean {
  return has(word, 'adjective') && !has(word, 'definite')
}

/** No cue concerns the reading. */
export const noCues: readonly Cue[] = []

/** The cues that may concern a reading, wherever its word stands: mostly none. */
export function cuesFor(reader: Reader, own: number): readonly Cue[] {
  return cues.some((cue) => cue.concerns(reader, own)) ? cues.filter((cue) => cue.concerns(reader, own)) : noCues
}

/** What the neighbours at a place make of a reading: its confidence is multiplied by this. */
export function neighboursFactor(concerned: readonly Cue[], place: Place): number {
  return concerned.reduce((factor, cue) => (cue.holds(place) ? factor * cue.factor : factor), 1)
}
