import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/checks/finding.ts'
import { check } from '../../../src/core/checks/index.ts'
import type { Surroundings } from '../../../src/core/glossary/enforce/mentions.ts'
import { compile } from '../../../src/core/glossary/find/compile.ts'
import type { Kind, Rendering, Term } from '../../../src/core/glossary/term.ts'
import { withMends } from '../../support/mends.ts'
import { storedTerm } from '../../support/terms.ts'

/**
 * The verdicts, as a translator would argue them: the Arabic, the entry, the English, what is said of each occurrence, the English after
 * the mends that are offered (empty: none is), and the reason. An entry is written *kind Arabic: renderings*; the first is preferred, `-`
 * marks one to avoid, `!` one to avoid always; spellings are parted by a stroke,
 * entries by a semicolon.
 */
type Case = [source: string, entries: string, target: string, verdicts: string, mended: string, reason: string]

const forces = 'name الحشد الشعبي: Popular Mobilization Forces, PMF, -Hashd, !Popular Mobilization Units'
const kataib = "name كتائب حزب الله: Kata'ib Hezbollah, -Hezbollah Brigades; name حزب الله: Hezbollah, -Party of God"
const states = 'name الولايات المتحدة: United States, US, -America'

const inflected: Case[] = [
  ['القاعدة', 'noun قاعدة: base', 'the bases', 'ok bases', '', 'a plural of a common noun is the noun'],
  ['القواعد', 'noun قاعدة: base', 'the base', 'ok base', '', 'and so is the singular of an Arabic plural: English may turn the number'],
  ['الجيوش', 'noun جيش: army', 'the armies', 'ok armies', '', 'army, armies'],
  ['الرجال', 'noun رجل: man', 'the men', 'ok men', '', 'a plural without s'],
  ['الأزمات', 'noun أزمة: crisis', 'the crises', 'ok crises', '', 'a Greek plural'],
  [
    'أعضاء البرلمان',
    'phrase عضو البرلمان: member of parliament',
    'members of parliament',
    'ok members of parliament',
    '',
    'the head takes the s',
  ],
  ['قائد الجيش', 'noun جيش: army', 'the army’s leader', 'ok army’s', '', 'a possessive is no other word'],
  ['قائد الحشد الشعبي', forces, 'the Popular Mobilization Forces’ leader', 'ok Popular Mobilization Forces’', '', 'nor is one of a plural'],
  [
    'الحشد الشعبي',
    forces,
    'a Popular Mobilization Force',
    'variant Popular Mobilization Force',
    'a Popular Mobilization Forces',
    'a name has one number',
  ],
]

const signs: Case[] = [
  ['كتائب حزب الله', kataib, 'Kata’ib Hezbollah', 'ok Kata’ib Hezbollah', '', 'a printer’s apostrophe for a typed one'],
  ['كتائب حزب الله', kataib, 'Kataʿib Hezbollah', 'ok Kataʿib Hezbollah', '', 'an ayn for an apostrophe'],
  ['كتائب حزب الله', kataib, 'Kataʾib Hezbollah', 'ok Kataʾib Hezbollah', '', 'a hamza for an apostrophe'],
  ['كتائب حزب الله', kataib, 'Kata‘ib Hezbollah', 'ok Kata‘ib Hezbollah', '', 'the other quote for an apostrophe'],
  ['كتائب حزب الله', kataib, 'KATA’IB HEZBOLLAH DENIES', 'ok KATA’IB HEZBOLLAH', '', 'a heading in capitals'],
  ['حزب الله', kataib, '“Hezbollah” said', 'ok Hezbollah', '', 'quotes belong to the sentence'],
  ['كتائب حزب الله', kataib, 'Kata’ib “Hezbollah” said', 'ok Kata’ib “Hezbollah', '', 'quotes inside a name, as Arabic has them'],
  ['السوداني', 'name السوداني: al-Sudani', 'Al-Sudani said', 'ok Al-Sudani', '', 'the sentence’s first word'],
  ['السوداني', 'name السوداني: al-Sudani', 'Mr. al Sudani said', 'ok al Sudani', '', 'a space for a hyphen'],
  ['وقف إطلاق النار', 'phrase وقف إطلاق النار: ceasefire', 'a cease-fire', 'ok cease-fire', '', 'a hyphen where the entry has none'],
  ['وقف إطلاق النار', 'phrase وقف إطلاق النار: ceasefire', 'a cease fire', 'ok cease fire', '', 'a space where the entry has none'],
  ['غارة', 'noun غارة: air strike', 'an airstrike', 'ok airstrike', '', 'one word where the entry has two'],
  ['بغداد', 'name بغداد: Baghdad', 'in Baghdad.', 'ok Baghdad', '', 'a full stop ends no word'],
  ['إيران', 'name إيران: Iran', 'Iran-backed groups', 'ok Iran', '', 'a hyphenated compound has the name in it'],
  ['إيران', 'name إيران: Iran', 'pro-Iran and anti-Iran', 'ok Iran', '', 'at its end too'],
  ['الولايات المتحدة', states, 'the US-led coalition', 'ok US', '', 'an acronym in a compound'],
  ['صنعاء', "name صنعاء: Sana'a", 'in Sanaʽa', 'ok Sanaʽa', '', 'a reversed comma for an apostrophe'],
  ['صنعاء', "name صنعاء: Sana'a", 'in Sana´a', 'ok Sana´a', '', 'an accent for an apostrophe'],
  ['جورج دبليو بوش', 'name جورج دبليو بوش: George W. Bush', 'George W. Bush said', 'ok George W. Bush', '', 'a name with a stop in it'],
  ['جورج دبليو بوش', 'name جورج دبليو بوش: George W. Bush', 'George W Bush said', 'ok George W Bush', '', 'and without'],
  ['الشركة', 'name الشركة: AT&T', 'AT&T said', 'ok AT&T', '', 'a name with a sign in it'],
  [
    'الحشد الشعبي',
    'name الحشد الشعبي: Popular Mobilization Forces (PMF)',
    'the Popular Mobilization Forces (PMF), too',
    'ok Popular Mobilization Forces (PMF)',
    '',
    'a rendering with brackets',
  ],
  [
    'الحشد الشعبي',
    'name الحشد الشعبي: PMF, -Popular Mobilization Forces (PMF)',
    'the Popular Mobilization Forces (PMF), too',
    'avoid Popular Mobilization Forces (PMF)',
    'the PMF, too',
    'its brackets go with it',
  ],
  ['الولايات المتحدة', states, 'the USS Carney', 'missing', '', 'the s of an acronym in the plural is small'],
  ['قوات الدعم السريع', 'name قوات الدعم السريع: RSF', 'the RSFS', 'missing', '', 'whatever the acronym'],
  ['قوات الدعم السريع', 'name قوات الدعم السريع: RSF', 'the RSFs', 'ok RSFs', '', 'like this'],
  ['طائرات مسيرة', 'phrase طائرة مسيرة: UAVs', 'the UAVS', 'variant UAVS', 'the UAVs', 'of a listed plural too'],
  ['الولايات المتحدة', states, 'worth US$5m', 'missing', '', 'an acronym before a dollar is its money'],
  ['الولايات المتحدة', states, 'a US $5m loan', 'ok US', '', 'but not with a space between'],
  ['الولايات المتحدة', states, 'the U.S said', 'ok U.S', '', 'an acronym whose last stop is lacking'],
  ['الولايات المتحدة', states, 'the U.S’s answer', 'ok U.S’s', '', 'with its possessive'],
  ['حزب الله', kataib, 'Hezbollah² said', 'ok Hezbollah', '', 'the figure of a footnote is no letter'],
  ['الولايات المتحدة', 'name الولايات المتحدة: US', 'the U.S.’s answer', 'ok U.S.’s', '', 'the possessive of an acronym with stops'],
  [
    'قوات',
    'noun قوات: army, -forces',
    '‘the Iraqi forces’ said',
    'avoid forces',
    '‘the Iraqi army’ said',
    'a quotation ends, which is no possessive',
  ],
  [
    'الحشد الشعبي',
    'name الحشد الشعبي: PMF, -Hashd',
    'the Hashd\u200f and \u202bHashd\u202c 𝐀',
    'avoid Hashd, avoid Hashd',
    'the PMF\u200f and \u202bPMF\u202c 𝐀',
    'marks of direction and letters of two units stay where they are',
  ],
]

const turned: Case[] = [
  ['فصيل', 'noun فصيل: armed group, -militias', 'a militia', 'avoid militia', 'an armed group', 'the singular of what is avoided'],
  ['فصيل', 'noun فصيل: armed groups, -militias', 'a militia', 'avoid militia', 'an armed group', 'the singular of both'],
  ['غارة', 'noun غارة: raid, -air strike', 'two airstrikes', 'avoid airstrikes', 'two raids', 'a plural in one word'],
  ['معسكر', 'noun معسكر: headquarters, -camp', 'two camps', 'avoid camps', 'two headquarters', 'the same in both numbers'],
  [
    'عبوات ناسفة',
    'phrase عبوة ناسفة: improvised explosive device (IED), -homemade bomb',
    'improvised explosive devices (IEDs)',
    'ok improvised explosive devices (IEDs)',
    '',
    'an acronym in brackets takes the number too',
  ],
  [
    'عبوات ناسفة',
    'phrase عبوة ناسفة: improvised explosive device (IED), -homemade bomb',
    'with homemade bombs',
    'avoid homemade bombs',
    'with improvised explosive devices (IEDs)',
    'and so it does in a mend',
  ],
  ['شرطي', 'noun شرطي: militiaman, -fighter', 'two fighters', 'avoid fighters', 'two militiamen', 'a plural without s'],
  [
    'أمين عام',
    'phrase أمين عام: secretary-general, -chief',
    'two chiefs',
    'avoid chiefs',
    'two secretaries-general',
    'the noun takes the s',
  ],
  ['الأمناء', 'noun أمين: secretary-general', 'the secretaries-general', 'ok secretaries-general', '', 'and is known by it'],
  ['القائد', 'noun قائد: commander-in-chief, -chief', 'two chiefs', 'avoid chiefs', 'two commanders-in-chief', 'hyphens or not'],
  [
    'شهيد',
    'noun شهيد: person killed, -martyr',
    'two martyrs',
    'avoid martyrs',
    'two people killed',
    'a participle behind its noun takes no s',
  ],
  ['شهداء', 'noun شهيد: people killed, -martyrs', 'a martyr', 'avoid martyr', 'a person killed', 'nor loses one'],
  ['شهيد', 'noun شهيد: people killed', 'Person killed', 'ok Person killed', '', 'and its noun has both numbers'],
  ['مسيرات', 'noun مسيرة: UAVs', 'a UAV', 'ok UAV', '', 'an acronym in the singular'],
  ['الفيروسات', 'noun فيروس: virus', 'the viruses', 'ok viruses', '', 'a word in -us'],
]

const articles: Case[] = [
  ['مسلح', 'noun مسلح: unidentified man, -gunman', 'a gunman', 'avoid gunman', 'an unidentified man', 'unidentified, unlike a unit'],
  ['أوكراني', 'noun أوكراني: Ukrainian man, -Russian', 'a Russian', 'avoid Russian', 'a Ukrainian man', 'Ukraine is said with a y'],
  ['طائرة', 'noun طائرة: F-16, -jet', 'a jet', 'avoid jet', 'an F-16', 'the name of a letter'],
  ['قاعدة', 'noun قاعدة: NATO base, -camp', 'a camp', 'avoid camp', 'a NATO base', 'an acronym that is said as a word'],
  ['فصيل', 'noun فصيل: armed group, -militia', 'A MILITIA IS HIT', 'avoid MILITIA', 'AN ARMED GROUP IS HIT', 'a heading of capitals'],
  ['فصيل', 'noun فصيل: militia, -armed group', 'AN ARMED GROUP IS HIT', 'avoid ARMED GROUP', 'A MILITIA IS HIT', 'the other way round'],
  ['كتائب', "name كتائب: Kata'ib, -Brigades", 'BRIGADES’ MEN', 'avoid BRIGADES’', "KATA'IB’S MEN", 'with its possessive'],
  [
    'رئيس الوزراء',
    'phrase رئيس الوزراء: prime minister, -premier',
    'with Premier Sudani',
    'avoid Premier',
    'with Prime Minister Sudani',
    'a title',
  ],
  [
    'رئيس الوزراء',
    'phrase رئيس الوزراء: prime minister, -premier',
    'Premiers met',
    'avoid Premiers',
    'Prime ministers met',
    'a sentence begins',
  ],
  [
    'قائد',
    'noun قائد: commander-in-chief, -top leader',
    'by Top Leader Ali',
    'avoid Top Leader',
    'by Commander-in-Chief Ali',
    'little words stay small',
  ],
  [
    'مقاتل',
    'noun مقاتل: al-Qaeda fighter, -militant',
    'by Militant Ali',
    'avoid Militant',
    'by al-Qaeda Fighter Ali',
    'and the article of a name',
  ],
  ['الحوثي', 'name الحوثي: the Houthis, -Ansar Allah', 'by Ansar Allah', 'avoid Ansar Allah', 'by the Houthis', 'the article comes along'],
  [
    'الحوثي',
    'name الحوثي: the Houthis, -Ansar Allah',
    'Yemen’s Ansar Allah',
    'avoid Ansar Allah',
    'Yemen’s Houthis',
    'not after a possessive',
  ],
  [
    'الحوثي',
    'name الحوثي: the Houthis, -Ansar Allah',
    'the Iran-backed Ansar Allah',
    'avoid Ansar Allah',
    'the Iran-backed Houthis',
    'nor where one stands already',
  ],
  ['الحوثي', 'name الحوثي: the Houthis, -Ansar Allah', 'pro-Ansar Allah men', 'avoid Ansar Allah', 'pro-Houthis men', 'nor after a hyphen'],
  [
    'أمريكا',
    'name أمريكا: the United States, -U.S.',
    'in the U.S.',
    'avoid U.S.',
    'in the United States.',
    'the stop of an acronym may end the sentence',
  ],
  ['أمريكا', 'name أمريكا: the U.S., -States', 'in the States.', 'avoid States', 'in the U.S.', 'and one stop is enough'],
]

const state = 'name داعش: the Islamic State, -ISIS'
const withoutArticle: Case[] = [
  ['داعش', state, 'former ISIS members', 'avoid ISIS', 'former Islamic State members', 'not behind an adjective'],
  ['داعش', state, 'two ISIS gunmen', 'avoid ISIS', 'two Islamic State gunmen', 'nor behind a number'],
  ['داعش', state, 'two ISIS brides', 'avoid ISIS', 'two Islamic State brides', 'of whatever follows'],
  ['داعش', state, '12 ISIS gunmen', 'avoid ISIS', '12 Islamic State gunmen', 'in figures too'],
  ['داعش', state, 'Many ISIS fighters', 'avoid ISIS', 'Many Islamic State fighters', 'nor behind a quantifier'],
  ['داعش', state, 'dozens of ISIS fighters', 'avoid ISIS', 'dozens of Islamic State fighters', 'nor before those who are of it'],
  ['داعش', state, 'they killed ISIS members', 'avoid ISIS', 'they killed Islamic State members', 'whatever stands before'],
  ['داعش', state, 'ISIS fighters fled', 'avoid ISIS', 'Islamic State fighters fled', 'and if nothing does'],
  ['داعش', state, 'senior ISIS leader Ali', 'avoid ISIS', 'senior Islamic State leader Ali', 'an adjective and one of them'],
  ['داعش', state, 'ISIS claims it', 'avoid ISIS', 'The Islamic State claims it', 'but a verb is none of its people'],
  ['داعش', state, 'by ISIS in Iraq', 'avoid ISIS', 'by the Islamic State in Iraq', 'and a little word neither'],
  ['داعش', state, 'they fought ISIS', 'avoid ISIS', 'they fought the Islamic State', 'nor is anything that follows at all'],
  ['داعش', state, 'the remaining ISIS men', 'avoid ISIS', 'the remaining Islamic State men', 'an article stands there already'],
]

const capitals: Case[] = [
  ['الولايات المتحدة', states, 'he told us', 'missing', '', '"us" is not "US"'],
  ['الولايات المتحدة', states, 'the U.S. said', 'ok U.S.', '', 'stops in an acronym'],
  ['الحشد الشعبي', forces, 'the pmf said', 'missing', '', 'an acronym has capitals'],
  [
    'الحشد الشعبي',
    forces,
    'the popular mobilization forces',
    'variant popular mobilization forces',
    'the Popular Mobilization Forces',
    'a name has capitals',
  ],
  ['الحشد الشعبي', forces, 'POPULAR MOBILIZATION FORCES DENY IT', 'ok POPULAR MOBILIZATION FORCES', '', 'all of them in a heading'],
  ['حزب الله', kataib, 'the leader of hezbollah', 'variant hezbollah', 'the leader of Hezbollah', 'of one word too'],
  ['الجيش', 'noun جيش: army', 'The Iraqi Army said', 'ok Army', '', 'a common noun may take a capital beside a name'],
  ['قاعدة', 'noun قاعدة: base', 'Bases were hit', 'ok Bases', '', 'and at the beginning of a sentence'],
  ['الناتو', 'name الناتو: NATO', 'Nato said', 'variant Nato', 'NATO said', 'an acronym as the British write it'],
  ['الناتو', 'name الناتو: NATO', 'a nato base', 'missing', '', 'but not without any capital'],
  ['أعضاء البرلمان', 'phrase عضو البرلمان: member of parliament, MP', 'two MPs', 'ok MPs', '', 'an acronym in the plural'],
]

const longest: Case[] = [
  [
    'كتائب حزب الله وحزب الله',
    kataib,
    "Kata'ib Hezbollah",
    "ok Kata'ib Hezbollah, missing",
    '',
    'the name inside the longer one serves nobody else',
  ],
  ['كتائب حزب الله وحزب الله', kataib, "Hezbollah and Kata'ib Hezbollah", "ok Kata'ib Hezbollah, ok Hezbollah", '', 'in whatever order'],
  ['كتائب حزب الله', kataib, 'Hezbollah', 'missing', '', 'the shorter name is not the longer'],
  [
    'كتائب حزب الله',
    kataib,
    'the Hezbollah Brigades',
    'avoid Hezbollah Brigades',
    "the Kata'ib Hezbollah",
    'the longest wins though Hezbollah is right of another',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Forces (PMF)',
    'ok Popular Mobilization Forces (PMF)',
    '',
    'a name and its acronym in brackets are one mention',
  ],
  [
    'قوات الحشد الشعبي',
    `noun قوات: forces; ${forces}`,
    'the Popular Mobilization Forces',
    'ok Popular Mobilization Forces, ok Popular Mobilization Forces',
    '',
    'the word beside the name is inside the name',
  ],
  ['قوات الحشد الشعبي', `noun قوات: forces; ${forces}`, 'the PMF', 'ok PMF, ok PMF', '', 'or in what its letters stand for'],
  [
    'قوات تابعة للحشد الشعبي',
    `noun قوات: forces; ${forces}`,
    'belonging to the PMF',
    'missing, ok PMF',
    '',
    'but not where the two stand apart',
  ],
  [
    'وزارة الدفاع',
    'name وزارة الدفاع: Ministry of Defense; noun دفاع: defense',
    'the Ministry of Defense',
    'ok Ministry of Defense',
    '',
    'a word inside a longer entry wants nothing',
  ],
]

const insideVariants: Case[] = [
  [
    'كتائب حزب الله',
    `${kataib}, !Hizbullah`,
    'Kataib Hizbullah',
    'variant Kataib Hizbullah',
    "Kata'ib Hezbollah",
    'the longer name in another spelling, not the avoided one inside it',
  ],
  [
    'كتائب حزب الله وحزب الله',
    kataib,
    'Kataeb Hezbollah and Hezbollah',
    'variant Kataeb Hezbollah, ok Hezbollah',
    "Kata'ib Hezbollah and Hezbollah",
    'each has its own, the longer one in another spelling',
  ],
  [
    'كتائب حزب الله وحزب الله',
    kataib,
    'Hezbollah and Kataeb Hezbollah',
    'variant Kataeb Hezbollah, ok Hezbollah',
    "Hezbollah and Kata'ib Hezbollah",
    'in whatever order',
  ],
  [
    'كتائب حزب الله',
    `${kataib}, !Hizbullah`,
    'Hizbullah',
    'missing, avoid Hizbullah',
    'Hezbollah',
    'the avoided one by itself is what it is',
  ],
]

const avoidedVariants: Case[] = [
  [
    'كتائب حزب الله',
    `${kataib}, !Hizbullah`,
    'Hizbullah Brigades',
    'avoid Hizbullah Brigades',
    "Kata'ib Hezbollah",
    'a longer one to avoid in another spelling, not the one inside it',
  ],
  ['كتائب حزب الله', kataib, 'the Hizballah Brigades', 'avoid Hizballah Brigades', "the Kata'ib Hezbollah", 'whoever else is avoided'],
  ['الحشد الشعبي', 'name الحشد الشعبي: PMF, -Hashd', 'the Hachd', 'avoid Hachd', 'the PMF', 'a short one too'],
  ['دفاع', 'noun دفاع: protection, -defense', 'a defence', 'avoid defence', 'a protection', 'British for American'],
]

const demonyms: Case[] = [
  ['لبنان', 'name لبنان: Lebanon', 'Lebanese officials', 'missing', '', 'Lebanese is not Lebanon'],
  ['العراق', 'name العراق: Iraq', 'Iraqi officials', 'missing', '', 'nor Iraqi Iraq'],
  ['العراق', 'name العراق: Iraq, Iraqi', 'Iraqi officials', 'ok Iraqi', '', 'unless it is listed'],
  ['لبنان', 'name لبنان: Lebanon', 'Lebanon’s officials', 'ok Lebanon’s', '', 'the possessive is the name'],
  ['سوريا', 'name سوريا: Syria', 'Syrians fled', 'missing', '', 'nor are its people'],
]

const variants: Case[] = [
  ['كتائب حزب الله', kataib, 'Kataeb Hezbollah', 'variant Kataeb Hezbollah', "Kata'ib Hezbollah", 'e for i'],
  ['كتائب حزب الله', kataib, 'Kataib Hizbullah', 'variant Kataib Hizbullah', "Kata'ib Hezbollah", 'both words'],
  ['حزب الله', kataib, 'Hizballah’s leader', 'variant Hizballah’s', 'Hezbollah’s leader', 'the vowel of a case tells nothing'],
  [
    'السوداني',
    'name السوداني: al-Sudani',
    'Sudani said',
    'variant Sudani',
    'Al-Sudani said',
    'without its article, and the sentence begins with it',
  ],
  [
    'السوداني',
    'name السوداني: al-Sudani',
    'Prime Minister Sudani',
    'variant Sudani',
    'Prime Minister al-Sudani',
    'the same inside a sentence',
  ],
  [
    'السوداني',
    'name السوداني: al-Sudani',
    'known as Sudani',
    'variant Sudani',
    'known as al-Sudani',
    'a little word of English is no article',
  ],
  ['السوداني', 'name السوداني: al-Sudani', 'Mohammed As Sudani', 'variant As Sudani', 'Mohammed al-Sudani', 'after a name it is'],
  ['آية الله خامنئي', 'name آية الله خامنئي: Ayatollah Khamenei', 'Ayatollah Khomeini', 'missing', '', 'two men with one title'],
  ['الملك سلمان', 'name الملك سلمان: King Salman', 'King Suleiman', 'missing', '', 'two kings'],
  ['اللواء الشعبي', 'name اللواء الشعبي: Popular Brigade 45', 'Popular Brigade 47', 'missing', '', 'another number is another brigade'],
  [
    'قرار مجلس الأمن',
    'name قرار مجلس الأمن: UN Security Council Resolution 1701',
    'UN Security Council Resolution 1559',
    'missing',
    '',
    'another resolution',
  ],
  [
    'وزارة الخارجية',
    'name وزارة الخارجية: Ministry of Foreign Affairs; name وزارة الأوقاف: Ministry of Religious Affairs',
    'the Ministry of Religious Affairs',
    'missing',
    '',
    'the right rendering of another entry is no variant of this one',
  ],
  ['عبد الفتاح', 'name عبد الفتاح: Abdel Fattah', 'Abdul Fattah', 'variant Abdul Fattah', 'Abdel Fattah', 'the article inside a name'],
  [
    'محمد عبد السلام',
    'name محمد عبد السلام: Mohammed Abdel Salam',
    'Mohammed Abdulsalam',
    'variant Mohammed Abdulsalam',
    'Mohammed Abdel Salam',
    'in one word, and after another',
  ],
  ['سمير', 'name سمير: Samir', 'Samira', 'missing', '', 'a woman is no man'],
  ['صالح', 'name صالح: Saleh', 'by Salih', 'variant Salih', 'by Saleh', 'an h that is a letter of the name'],
  ['الرياض', 'name الرياض: Riyadh', 'in Riyad', 'variant Riyad', 'in Riyadh', 'dh and d'],
  ['الحديدة', 'name الحديدة: Hodeidah', 'in Hudaydah', 'variant Hudaydah', 'in Hodeidah', 'o and u, ei and ay'],
  ['سعيد', 'name سعيد: Said', 'he said', 'missing', '', 'a word of every day is no name'],
  ['الحوثي', 'name الحوثي: al-Houthi', 'Al-Huthi', 'variant Al-Huthi', 'Al-Houthi', 'ou and u'],
  ['القذافي', 'name القذافي: Gaddafi', 'Qadhafi', 'variant Qadhafi', 'Gaddafi', 'the most written of all'],
  ['خامنئي', 'name خامنئي: Khamenei', 'Khomeini', 'missing', '', 'two men, one skeleton: the vowels cannot be the same'],
  ['خامنئي', 'name خامنئي: Khamenei', 'Khamenai', 'variant Khamenai', 'Khamenei', 'but this is he'],
  ['محمد', 'name محمد: Mohammed', 'Mahmoud', 'missing', '', 'nor is Mahmoud Mohammed'],
  ['محمد', 'name محمد: Mohammed', 'Muhamad', 'variant Muhamad', 'Mohammed', 'but Muhamad is'],
  ['حسن', 'name حسن: Hassan', 'Hussein', 'missing', '', 'two names'],
  ['سلمان', 'name سلمان: Salman', 'Suleiman', 'missing', '', 'two names'],
  ['حماس', 'name حماس: Hamas', 'at his homes', 'missing', '', 'a name has a capital'],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Committee',
    'variant Popular Mobilization Committee',
    'the Popular Mobilization Forces',
    'one word of three is another',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilisation Forces',
    'variant Popular Mobilisation Forces',
    'the Popular Mobilization Forces',
    'British for American',
  ],
  ['مركز', 'noun مركز: center', 'two centres', 'variant centres', 'two centers', 'British for American, in its number'],
  ['دفاع', 'noun دفاع: defence', 'air defense', 'variant defense', 'air defence', 'American for British: one of the two is decided'],
  ['دفاع', 'noun دفاع: defense, defence', 'air defence', 'ok defence', '', 'who wants both lists both'],
  [
    'الأمن القومي',
    'phrase مستشار الأمن القومي/الأمن القومي: national security adviser',
    'the national defense adviser',
    'variant national defense adviser',
    'the national security adviser',
    'of a phrase one word of three too',
  ],
  [
    'الأمن القومي',
    'phrase مستشار الأمن القومي/الأمن القومي: national security adviser',
    'the national security council',
    'missing',
    '',
    'but not what it is about',
  ],
  ['مستشار', 'noun مستشار: adviser', 'two advisors', 'variant advisors', 'two advisers', 'two spellings of one country'],
  [
    'مستشار الأمن القومي',
    'phrase مستشار الأمن القومي: national security advisor',
    'the national security adviser',
    'variant national security adviser',
    'the national security advisor',
    'either of them',
  ],
  ['رئيس', 'noun رئيس: president', 'without precedent', 'missing', '', 'a common word sounds like many others'],
  [
    'وزير الدفاع',
    'phrase وزير الدفاع: defense minister',
    'the minister of defense',
    'variant minister of defense',
    'the defense minister',
    'the same words turned around',
  ],
  [
    'وزارة الداخلية',
    'name وزارة الداخلية: Ministry of Interior',
    'the Ministry of the Interior',
    'variant Ministry of the Interior',
    'the Ministry of Interior',
    'a little word more',
  ],
]

const foreign = 'phrase وزارة الخارجية: Foreign Ministry; phrase وزير الخارجية: foreign minister; phrase وزير الصحة: health minister'
const rights = 'phrase انتهاك حقوق الإنسان: human rights violation; phrase حرية الإعلام: media freedom'
/** Words turned around are not cut out of a longer name. */
const cutOut: Case[] = [
  ['وزارة الخارجية', foreign, 'the Ministry of Foreign and Expatriate Affairs', 'missing', '', 'the name goes on behind “and”'],
  [
    'وزارة الخارجية',
    foreign.replace('; ', ', Ministry of Foreign Affairs; '),
    'the Ministry of Foreign and Expatriate Affairs',
    'missing',
    '',
    'whatever else it may be called',
  ],
  ['وزير الخارجية', foreign, 'the minister for foreign affairs', 'missing', '', 'a noun follows'],
  ['وزير الخارجية', foreign, 'The Minister of Foreign Affairs', 'missing', '', 'with a capital too'],
  ['وزير الصحة', foreign, 'the minister of health and environment', 'missing', '', 'another thing he is minister of'],
  ['حرية الإعلام', rights, 'the freedom of the media outlets', 'missing', '', 'the media are not free, but their outlets'],
  ['انتهاكات حقوق الإنسان', rights, 'violations of human rights defenders’ homes', 'missing', '', 'not the rights are violated'],
  ['وزير الصحة', foreign, 'the minister of health said', 'variant minister of health', 'the health minister said', 'a verb ends it'],
  [
    'وزير الصحة',
    foreign,
    'the minister of health was',
    'variant minister of health',
    'the health minister was',
    'and so does a little word',
  ],
  ['وزير الصحة', foreign, 'the minister of health Ali', 'variant minister of health', 'the health minister Ali', 'or who he is'],
  [
    'وزير الصحة',
    foreign,
    'the Minister of Health spokesman',
    'variant Minister of Health',
    'the Health Minister spokesman',
    'or a word without its capital',
  ],
  [
    'وزير الصحة',
    foreign,
    'the minister of health and his men',
    'variant minister of health',
    'the health minister and his men',
    'and so does “and” before somebody else',
  ],
  [
    'وزير الصحة',
    foreign,
    'the minister of health and Iraqi men',
    'variant minister of health',
    'the health minister and Iraqi men',
    'whoever it is',
  ],
  ['وزير الصحة', foreign, 'the minister of health’s men', 'variant minister of health’s', 'the health minister’s men', 'and a possessive'],
]

const avoided: Case[] = [
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units',
    'avoid Popular Mobilization Units',
    'the Popular Mobilization Forces',
    'what we avoid',
  ],
  [
    'بغداد',
    `name بغداد: Baghdad; ${forces}`,
    'Baghdad and the Popular Mobilization Units',
    'ok Baghdad, avoid Popular Mobilization Units',
    'Baghdad and the Popular Mobilization Forces',
    'always: the Arabic need not have it',
  ],
  ['بغداد', `name بغداد: Baghdad; ${forces}`, 'Baghdad and the Hashd', 'ok Baghdad', '', 'not always: the Arabic must have it'],
  [
    'بغداد',
    'name بغداد: Baghdad; noun غارة: strike, !air strike',
    'Baghdad airstrikes',
    'ok Baghdad, avoid airstrikes',
    'Baghdad strikes',
    'in one word too',
  ],
  [
    'بغداد',
    'name بغداد: Baghdad; noun هدنة: truce, !ceasefire',
    'Baghdad, cease-fires',
    'ok Baghdad, avoid cease-fires',
    'Baghdad, truces',
    'or in two',
  ],
  ['فصيل', 'noun فصيل: armed group, -militia', 'a militia', 'avoid militia', 'an armed group', 'the article follows the new word'],
  ['فصائل', 'noun فصيل: armed group, -militia', 'Militias came', 'avoid Militias', 'Armed groups came', 'number and capital are kept'],
  ['هجوم', 'noun هجوم: attack, -assault', 'an assault on', 'avoid assault', 'an attack on', 'an stays an'],
  ['جيش', 'noun جيش: army, -military', 'a military', 'avoid military', 'an army', 'a becomes an'],
  [
    'قائد الفصيل',
    'noun فصيل: armed group, -militia',
    'the militia’s leader',
    'avoid militia’s',
    'the armed group’s leader',
    'the possessive is kept, and its apostrophe',
  ],
  [
    'كتائب حزب الله',
    kataib,
    'HEZBOLLAH BRIGADES DENY IT',
    'avoid HEZBOLLAH BRIGADES',
    "KATA'IB HEZBOLLAH DENY IT",
    'so are the capitals of a heading',
  ],
  [
    'القاعدة',
    'name القاعدة: al-Qaeda, -the Base',
    'members of the Base',
    'avoid Base',
    'members of al-Qaeda',
    '"the" goes with the rendering that had it',
  ],
  ['الولايات المتحدة', states, 'America said', 'avoid America', 'United States said', 'a name to avoid'],
]

const inspectors = 'name كتيبة الفحص: Inspection Units, -Inspection Forces'
const bracketed: Case[] = [
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units (PMU) said',
    'avoid Popular Mobilization Units (PMU)',
    'the Popular Mobilization Forces said',
    'an acronym made of what is avoided goes with it',
  ],
  [
    'مركز الدراسات',
    'name مركز الدراسات: Center for Studies at Basra, -Institute for Studies at Basra',
    'the Institute for Studies at Basra (ISB) said',
    'avoid Institute for Studies at Basra (ISB)',
    'the Center for Studies at Basra said',
    'which is made without the little words',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units (PMF) said',
    'avoid Popular Mobilization Units (PMF)',
    'the Popular Mobilization Forces (PMF) said',
    'a right one stays',
  ],
  [
    'الحشد الشعبي',
    `${forces}, -PMU`,
    'the Popular Mobilization Forces (PMU) said',
    'avoid Popular Mobilization Forces (PMU)',
    'the Popular Mobilization Forces said',
    'a wrong one behind the right name goes',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the “Popular Mobilization Units” (PMU) said',
    'avoid Popular Mobilization Units” (PMU)',
    'the “Popular Mobilization Forces” said',
    'quotation marks stay',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units (“PMU”) said',
    'avoid Popular Mobilization Units (“PMU”)',
    'the Popular Mobilization Forces said',
    'in quotation marks',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units ("PMU") said',
    'avoid Popular Mobilization Units ("PMU")',
    'the Popular Mobilization Forces said',
    'of whatever kind',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units [PMU] said',
    'avoid Popular Mobilization Units [PMU]',
    'the Popular Mobilization Forces said',
    'in square brackets',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units (also known as PMU) said',
    'avoid Popular Mobilization Units (also known as PMU)',
    'the Popular Mobilization Forces said',
    'with a word before it',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units (or the “PMU”) said',
    'avoid Popular Mobilization Units (or the “PMU”)',
    'the Popular Mobilization Forces said',
    'or more of them',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units [PMF] said',
    'avoid Popular Mobilization Units [PMF]',
    'the Popular Mobilization Forces [PMF] said',
    'a right one stays in its brackets',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the “Popular Mobilization Units” ("PMU") said',
    'avoid Popular Mobilization Units” ("PMU")',
    'the “Popular Mobilization Forces” said',
    'its quotation marks go, those of the name stay',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Forces (PMF, or Hashd) said',
    'ok Popular Mobilization Forces, avoid Hashd',
    'the Popular Mobilization Forces (PMF, or Popular Mobilization Forces) said',
    'what else stands in the brackets is looked at',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Units (PMU, a group) said',
    'avoid Popular Mobilization Units',
    'the Popular Mobilization Forces (PMU, a group) said',
    'and not taken away',
  ],
  [
    'الحشد الشعبي',
    'name الحشد الشعبي: Popular Mobilization Forces, -PMF',
    'the Popular Mobilization Forces, in Iraq (as PMF) said',
    'ok Popular Mobilization Forces, avoid PMF',
    'the Popular Mobilization Forces, in Iraq (as Popular Mobilization Forces) said',
    'other brackets are none of its',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilization Committee (PMC) said',
    'variant Popular Mobilization Committee (PMC)',
    'the Popular Mobilization Forces said',
    'with an unapproved wording too',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the Popular Mobilisation Forces (PMF) said',
    'variant Popular Mobilisation Forces (PMF)',
    'the Popular Mobilization Forces (PMF) said',
    'the acronym is right, the name before it is not',
  ],
  [
    'الحشد الشعبي',
    `${forces}; name هيئة الحشد: Popular Mobilization Commission`,
    'the Popular Mobilization Commission (PMF) said',
    'variant Popular Mobilization Commission (PMF)',
    'the Popular Mobilization Forces (PMF) said',
    'the acronym tells who is meant, whoever else has such a name elsewhere',
  ],
  [
    'كتيبة الفحص',
    inspectors,
    'the Inspection Forces (IF) said',
    'avoid Inspection Forces (IF)',
    'the Inspection Units said',
    'of two words, which nobody has listed',
  ],
  [
    'كتيبة الفحص',
    inspectors,
    'the Inspection Forces (in Basra) and (UN) men',
    'avoid Inspection Forces',
    'the Inspection Units (in Basra) and (UN) men',
    'other brackets stay',
  ],
  [
    'كتيبة الفحص',
    inspectors,
    'the Inspection Forces (UN) men',
    'avoid Inspection Forces',
    'the Inspection Units (UN) men',
    'and an acronym that is made of something else',
  ],
  [
    'بغداد',
    `name بغداد: Baghdad; ${forces}`,
    'Baghdad and the Popular Mobilization Units (PMU)',
    'ok Baghdad, avoid Popular Mobilization Units (PMU)',
    'Baghdad and the Popular Mobilization Forces',
    'where the Arabic has nothing of it',
  ],
  [
    'كتائب حزب الله',
    kataib,
    'Kataib Hizbullah (KH) said',
    'variant Kataib Hizbullah (KH)',
    "Kata'ib Hezbollah (KH) said",
    'what fits the right name as well stays',
  ],
]

const command = 'name القيادة المركزية: Central Command, CENTCOM, -Middle Command; name سنتكوم: CENTCOM'
const apposed: Case[] = [
  [
    'أعلنت القيادة المركزية "سنتكوم" استهداف مواقع',
    command,
    'Central Command (CENTCOM) announced it',
    'ok Central Command (CENTCOM), ok CENTCOM',
    '',
    'the acronym in brackets is the English of the one beside the name',
  ],
  [
    'سنتكوم (القيادة المركزية) أعلنت',
    command,
    'Central Command (CENTCOM) announced it',
    'ok CENTCOM, ok Central Command (CENTCOM)',
    '',
    'whichever comes first in the Arabic',
  ],
  [
    'أعلنت القيادة المركزية (سنتكوم) ذلك',
    command,
    'Middle Command (CENTCOM) announced it',
    'avoid Middle Command (CENTCOM), ok CENTCOM',
    'Central Command (CENTCOM) announced it',
    'it stays where the name before it is mended',
  ],
  [
    'أعلنت القيادة المركزية الأميركية (سنتكوم) ذلك',
    command,
    'US Central Command (CENTCOM) announced it',
    'ok Central Command (CENTCOM), ok CENTCOM',
    '',
    'an adjective may stand between, where the Arabic has brackets too',
  ],
  [
    'أعلنت القيادة المركزية الأميركية سنتكوم ذلك',
    command,
    'US Central Command (CENTCOM) announced it',
    'ok Central Command (CENTCOM), missing',
    '',
    'else not',
  ],
  [
    'أعلنت القيادة المركزية ذلك وقالت سنتكوم',
    command,
    'Central Command (CENTCOM) announced it',
    'ok Central Command (CENTCOM), missing',
    '',
    'but what stands apart in the Arabic is another mention',
  ],
  [
    'القيادة المركزية وسنتكوم',
    command,
    'Central Command (CENTCOM) announced it',
    'ok Central Command (CENTCOM), missing',
    '',
    'and so is what is joined by “and”',
  ],
  [
    'قوات سوريا الديمقراطية (قسد)',
    'name قوات سوريا الديمقراطية/قسد: Syrian Democratic Forces, SDF',
    'the Syrian Democratic Forces (SDF) said',
    'ok Syrian Democratic Forces (SDF), ok SDF',
    '',
    'of an entry that has both spellings too',
  ],
]

const us = 'name الولايات المتحدة: US, -America'
const otherNames: Case[] = [
  ['الولايات المتحدة', us, 'the US and Latin America', 'ok US', '', 'part of another name'],
  ['الولايات المتحدة', us, 'Both the Bank of America and the US', 'ok US', '', 'of one with “of” too'],
  ['الولايات المتحدة', us, 'the US and America', 'ok US, avoid America', 'the US and US', 'by itself it is what it is'],
  ['الولايات المتحدة', us, 'The US left. But America said', 'ok US, avoid America', 'The US left. But US said', 'a sentence begins'],
  ['الولايات المتحدة', us, 'The US said on Monday America', 'ok US, avoid America', 'The US said on Monday US', 'a day is no name'],
  ['الولايات المتحدة', us, 'the US, in Iraq’s America', 'ok US, avoid America', 'the US, in Iraq’s US', 'nor is a possessive part of one'],
  ['الولايات المتحدة', us, 'The US left. Pro-America men', 'ok US, avoid America', 'The US left. Pro-US men', 'a prefix begins no name'],
  ['الولايات المتحدة', us, 'the US and a Non-America man', 'ok US, avoid America', 'the US and a Non-US man', 'inside a sentence either'],
  [
    'السوداني',
    'name السوداني: al-Sudani, -Soudany',
    'al-Sudani, as Premier Soudany',
    'ok al-Sudani, avoid Soudany',
    'al-Sudani, as Premier al-Sudani',
    'a title neither',
  ],
  [
    'الحشد الشعبي',
    forces,
    'the PMF, an Iraqi Hashd',
    'ok PMF, avoid Hashd',
    'the PMF, an Iraqi Popular Mobilization Forces',
    'who is of a country keeps his name',
  ],
  [
    'الولايات المتحدة',
    us,
    'In Latin America, America left',
    'avoid America',
    'In Latin America, US left',
    'what stands by itself is the English of the Arabic',
  ],
  [
    'الولايات المتحدة',
    'name الولايات المتحدة: US, !America',
    'the US and Latin America',
    'ok US, avoid America',
    'the US and Latin US',
    'but always is always',
  ],
]

const sudans = 'name السودان: Sudan, Sudanese; name جنوب السودان: South Sudan; name الجيش السوداني: Sudanese Army'
const quds = 'name القدس: Jerusalem; name فيلق القدس: Jerusalem Force, Quds Force'
const sadr = 'name الصدر: al-Sadr; name مقتدى الصدر: Muqtada al-Sadr, al-Sadr'
/** A right rendering inside the name of something else. */
const namesAround: Case[] = [
  ['حزب الله اللبناني', kataib, "the Lebanese Kata'ib Hezbollah", "missing Kata'ib Hezbollah", '', 'another group'],
  ['حزب الله اللبناني', kataib, 'the Lebanese Kataeb Hezbollah', 'missing Kataeb Hezbollah', '', 'however spelled'],
  ['حزب الله', kataib, "Kata'ib Hezbollah, or Hezbollah", 'ok Hezbollah', '', 'where it stands by itself too it is right'],
  ['حزب الله', kataib, "Kata'ib Hezbollah and Hizbullah", 'variant Hizbullah', "Kata'ib Hezbollah and Hezbollah", 'or nearly'],
  [
    'كتائب حزب الله وحزب الله',
    kataib,
    "Kata'ib Hezbollah and Hezbollah",
    "ok Kata'ib Hezbollah, ok Hezbollah",
    '',
    'and where the Arabic has both',
  ],
  ['السودان', sudans, 'South Sudan', 'missing South Sudan', '', 'another country'],
  ['السودان', sudans, 'to the south, Sudan', 'ok Sudan', '', 'but not behind a comma'],
  ['السودان', sudans, 'South Sudan’s men', 'missing South Sudan', '', 'with a possessive'],
  ['القدس', quds, 'the Jerusalem Force', 'missing Jerusalem Force', '', 'one that only begins with it'],
  ['القدس', quds.replace(';', ', -Quds;'), 'the Quds Force', 'missing Quds Force', '', 'nor is it one to avoid'],
  ['القدس', quds.replace('Jerusalem;', 'al-Quds;'), 'the Quds Force', 'missing', '', 'or one misspelt'],
  ['فيلق القدس', quds, 'the Jerusalem Force', 'ok Jerusalem Force', '', 'which is right of its own'],
  ['الجيش في السودان', sudans, 'the Sudanese Army', 'ok Sudanese', '', 'the Arabic has the other too, in other words'],
  ['السودان', sudans, 'South Sudanese men', 'ok Sudanese', '', 'what no entry has is no name'],
  ['الصدر', sadr, 'Muqtada al-Sadr', 'ok al-Sadr', '', 'nor is one of an entry that has a rendering in common'],
  [
    'الحشد',
    'noun حشد: Forces; name الحشد الشعبي: Popular Mobilization Forces',
    'the Popular Mobilization Forces',
    'ok Forces',
    '',
    'a common noun is part of many names',
  ],
]

const commission =
  'name هيئة الحشد الشعبي: Popular Mobilization Commission, Popular Mobilization Forces, PMF; name الحشد الشعبي: Hashd, -Popular Mobilization Forces'
const allowedElsewhere: Case[] = [
  [
    'أعلنت هيئة الحشد الشعبي أن الحشد الشعبي صد هجوما',
    commission,
    'The Popular Mobilization Commission announced that the Popular Mobilization Forces (PMF) repelled an attack',
    'ok Popular Mobilization Commission, avoid Popular Mobilization Forces (PMF)',
    'The Popular Mobilization Commission announced that the Hashd repelled an attack',
    'what one entry allows with its acronym another avoids',
  ],
  [
    'أعلنت هيئة الحشد الشعبي أن الحشد الشعبي صد هجوما',
    commission,
    'The Popular Mobilization Forces (PMF) repelled an attack, the Popular Mobilization Commission announced',
    'ok Popular Mobilization Commission, avoid Popular Mobilization Forces (PMF)',
    'The Hashd repelled an attack, the Popular Mobilization Commission announced',
    'in whatever order',
  ],
  [
    'أعلنت هيئة الحشد الشعبي ذلك',
    commission,
    'The Popular Mobilization Forces (PMF) announced it',
    'ok Popular Mobilization Forces (PMF)',
    '',
    'where only the one is in the Arabic it is right',
  ],
  [
    'أعلنت هيئة الحشد الشعبي أن الحشد الشعبي صد هجوما',
    commission.replace('Hashd, -', ''),
    'The Popular Mobilization Commission announced that the Popular Mobilization Forces (PMF) repelled an attack',
    'ok Popular Mobilization Commission, ok Popular Mobilization Forces (PMF)',
    '',
    'and what both allow is right of both',
  ],
]

const counted: Case[] = [
  ['غارة وغارة', 'noun غارة: airstrike, strike', 'an airstrike and a strike', 'ok airstrike, ok strike', '', 'two want two'],
  ['غارة وغارة', 'noun غارة: airstrike, strike', 'two airstrikes', 'ok airstrikes, missing', '', 'one is lacking'],
  [
    'غارة',
    'noun غارة: airstrike',
    'an airstrike after an airstrike',
    'ok airstrike',
    '',
    'more in the English than in the Arabic is no matter',
  ],
  [
    'غارة وغارة',
    'noun غارة: airstrike, -raid',
    'an airstrike and a raid',
    'ok airstrike, avoid raid',
    'an airstrike and an airstrike',
    'the second is held to the entry too',
  ],
]

const renamed = 'name الحشد الشعبي: Hashd al-Shaabi, !PMF'

const addresses: Case[] = [
  [
    'الحشد الشعبي',
    renamed,
    'the PMF said at https://pmf.example/PMF.',
    'avoid PMF',
    'the Hashd al-Shaabi said at https://pmf.example/PMF.',
    'a web address is spelled as it is',
  ],
  ['العراق', renamed, 'at www.PMF.org/PMF, at t.me/PMF and at https://example.org/a_(PMF)?q=PMF.', '', '', 'with its beginning or without'],
  ['العراق', renamed, 'write to info@PMF.org.', '', '', 'so is an e-mail address'],
  ['العراق', renamed, '@PMF_Media, @PMF’s and #PMF, (#the_PMF)', '', '', 'so are handles and hashtags'],
  ['العراق', renamed, 'in PMF.pdf, “the-PMF.DOCX” and PMF_1.jpeg.', '', '', 'so are the names of files'],
  ['الحشد الشعبي', forces, 'see #PMF and https://PMF.org/PMF', 'missing', '', 'what stands in an address is no English of a term'],
  [
    'العراق',
    renamed,
    '[PMF](https://x.org/PMF) PMF, #PMF-PMF',
    'avoid PMF, avoid PMF, avoid PMF',
    '[Hashd al-Shaabi](https://x.org/PMF) Hashd al-Shaabi, #PMF-Hashd al-Shaabi',
    'words beside an address are words',
  ],
  [
    'العراق',
    renamed,
    'the #1 PMF man @ PMF.The PMF/Iran',
    'avoid PMF, avoid PMF, avoid PMF',
    'the #1 Hashd al-Shaabi man @ Hashd al-Shaabi.The Hashd al-Shaabi/Iran',
    'not every sign makes an address',
  ],
]

const itsCommission = 'name هيئة الحشد الشعبي: Popular Mobilization Commission, -Popular Mobilization Forces, -Hashd'

const doubled: Case[] = [
  [
    'هيئة الحشد الشعبي',
    itsCommission,
    'The Popular Mobilization Forces (PMF) Commission met',
    'avoid Popular Mobilization Forces (PMF)',
    'The Popular Mobilization Commission met',
    'a word that the new name ends with stands there already, behind an acronym that goes with the former one',
  ],
  [
    'هيئة الحشد الشعبي',
    itsCommission,
    "the Hashd Commission's men",
    'avoid Hashd',
    "the Popular Mobilization Commission's men",
    'or right behind it, perhaps with an ending',
  ],
  ['هيئة الحشد الشعبي', itsCommission, 'HASHD COMMISSION MET', 'avoid HASHD', 'POPULAR MOBILIZATION COMMISSION MET', 'in a heading too'],
  [
    'قوة التعبئة العراقية',
    'name قوة التعبئة العراقية: Iraqi Mobilization Force, -Hashd',
    'an Iraqi Hashd man',
    'avoid Hashd',
    'an Iraqi Mobilization Force man',
    'so does one that it begins with',
  ],
  ['فصيل', 'noun فصيل: armed group, -militia', 'Armed militias came', 'avoid militias', 'Armed groups came', 'where a sentence begins too'],
  ['فصيل', 'noun فصيل: armed group, -militia', 'a militia group', 'avoid militia', 'an armed group', 'the article goes with the name'],
  [
    'هيئة الحشد الشعبي',
    itsCommission,
    "the Hashd's Commission, the Hashd, Commission members",
    "avoid Hashd's, avoid Hashd",
    "the Popular Mobilization Commission's Commission, the Popular Mobilization Commission, Commission members",
    'but not beyond a possessive or a comma',
  ],
  [
    'الولايات المتحدة',
    states,
    'America states that it left',
    'avoid America',
    'United States states that it left',
    'nor a word that is only like it',
  ],
  [
    'هيئة الحشد الشعبي واللجنة',
    `${itsCommission}; noun لجنة: Committee, -Commission`,
    'the Hashd Commission',
    'avoid Hashd, avoid Commission',
    'the Popular Mobilization Commission Committee',
    'nor one that is the English of something else',
  ],
]

const derived: Case[] = [
  ['هجوم', 'noun هجوم: attack', 'they attacked the base', 'ok attacked', '', 'an Arabic noun of a deed is an English verb'],
  ['انسحاب', 'noun انسحاب: withdrawal', 'they withdrew', 'ok withdrew', '', 'of an irregular one too'],
  ['اغتيال', 'noun اغتيال: assassination', 'he was assassinated', 'ok assassinated', '', 'from -ation'],
  ['قاعدة', 'noun قاعدة: base', 'a London-based paper', 'missing', '', 'a noun of a thing has no verb'],
  ['هجوم', 'noun هجوم: attack, -assault', 'an assault', 'avoid assault', 'an attack', 'what is avoided is said first'],
  ['بيان', 'noun بيان: statement', 'the Islamic State stated it', 'ok stated', '', 'a verb in the past'],
  ['بيان', 'noun بيان: statement', 'the Islamic State did it', 'missing', '', 'but a state is no statement'],
  ['احتلال', 'noun احتلال: occupation', 'they occupied it', 'ok occupied', '', 'a verb in -y'],
  ['احتجاز', 'noun احتجاز: detention', 'he was detained', 'ok detained', '', 'a verb that changes its vowel'],
  ['خطف', 'noun خطف: kidnapping', 'they kidnap', 'ok kidnap', '', 'a verb that doubles a letter'],
]

const term = (written: string, id: number): Term => {
  const [, kind, spelling, renderings] = /^(name|noun|phrase) ([^:]+): (.*)$/.exec(written)!
  const rendering = (text: string, index: number): Rendering => {
    if (text.startsWith('!')) return { text: text.slice(1), standing: 'avoid', always: true }
    return text.startsWith('-') ? { text: text.slice(1), standing: 'avoid' } : { text, standing: index === 0 ? 'preferred' : 'allowed' }
  }
  return storedTerm({ id, spellings: spelling!.split('/'), kind: kind as Kind, renderings: renderings!.split(', ').map(rendering) })
}

const said = (findings: readonly Finding[]) =>
  findings.map(({ verdict, values }) => (values.found ? `${verdict} ${values.found}` : verdict)).join(', ')

describe.each([
  ['inflection', inflected],
  ['apostrophes, hyphens, quotes', signs],
  ['addresses', addresses],
  ['number in a mend', turned],
  ['articles in a mend', articles],
  ['no article in a mend', withoutArticle],
  ['words that stand there already', doubled],
  ['capitals', capitals],
  ['the longest wins', longest],
  ['inside a variant', insideVariants],
  ['variants of what is avoided', avoidedVariants],
  ['demonyms', demonyms],
  ['unapproved spellings', variants],
  ['words turned around in longer names', cutOut],
  ['renderings to avoid', avoided],
  ['acronyms in brackets', bracketed],
  ['a name and its acronym side by side', apposed],
  ['other names', otherNames],
  ['inside the names of others', namesAround],
  ['what another entry allows', allowedElsewhere],
  ['counting', counted],
  ['nouns as verbs', derived],
])('%s', (_, cases) => {
  it.each(cases)('%s (%s) as “%s”: %s', (source, entries, target, verdicts, after) => {
    const glossary = compile(entries.split('; ').map((one, index) => term(one, index + 1)))
    const findings = check({ source, target }, glossary)
    expect(said(findings)).toBe(verdicts)
    expect(withMends(findings, target)).toBe(after || target)
    for (const { source: place, values } of findings) if (place) expect(source.slice(place.start, place.end)).toBe(values.surface)
    for (const { target: place, values } of findings) if (place) expect(target.slice(place.start, place.end)).toBe(values.found)
    expect(check({ source, target: withMends(findings, target) }, glossary).every(({ mend }) => mend === null)).toBe(true)
  })
})

const introduced = {
  ...term('name الحشد الشعبي: Popular Mobilization Forces', 1),
  firstMention: 'Popular Mobilization Forces (PMF)',
  laterMention: 'PMF',
}
const inspected = {
  ...term('name كتيبة الفحص: Inspection Units, -Inspection Forces', 3),
  firstMention: 'Inspection Units (IU)',
  laterMention: 'IU',
}
const shortened = {
  ...term('name الحرس الثوري: Revolutionary Guards, -Pasdaran, -RG, -GC', 4),
  firstMention: 'Revolutionary Guards (IRGC)',
  laterMention: 'IRGC',
}
const commanding = {
  ...term('name القيادة المركزية/سنتكوم: Central Command, -Middle Command', 5),
  firstMention: 'Central Command (CENTCOM)',
  laterMention: 'CENTCOM',
}
const titled = { ...term('name السوداني: al-Sudani', 2), firstMention: 'Mohammed Shia al-Sudani', laterMention: 'al-Sudani' }

/** Where the segment stands: F it has the first mention, A it comes again later without English, S the short form stands in the English elsewhere. */
function around(marks: string): Surroundings {
  const all = (mark: string) => new Set(marks.includes(mark) ? [1, 2, 3, 4, 5] : [])
  return {
    before: marks.includes('F') ? new Set() : new Set([1, 2, 3, 4, 5]),
    awaited: all('A'),
    shortElsewhere: all('S'),
    never: all('N'),
  }
}

it.each([
  ['Voice of America said the US would respond', ['none', 'advice'], 'perhaps a name'],
  ['Bank of America said the US economy is growing', ['none', 'advice'], 'or another'],
  ['Most of America said the US would respond', ['none', 'required'], 'certainly none'],
])('what may be part of another name at the beginning of a sentence is advice, and not mended: %s', (target, severities) => {
  const findings = check({ source: 'الولايات المتحدة', target }, compile([term(us, 1)]))
  expect(findings.map(({ severity }) => severity)).toEqual(severities)
  expect(findings.some(({ mend }) => mend)).toBe(severities.includes('required'))
})

it.each([
  ['السودان', 'South Sudan', 'required', 'certainly another'],
  ['في جنوبي البلاد، قال السودان', 'South Sudan', 'warning', 'perhaps the same in other words'],
  ['القدس', 'the Jerusalem Force', 'warning', 'something of it'],
  ['السودان', 'they', 'required', 'no name at all'],
])('what is part of the name of something else weighs less where that may be meant: %s, “%s”', (source, target, severity) => {
  const glossary = compile(`${sudans}; ${quds}`.split('; ').map((one, index) => term(one, index + 1)))
  expect(check({ source, target }, glossary).map((finding) => finding.severity)).toEqual([severity])
})

describe('first and later mention', () => {
  const hashd = 'الحشد الشعبي'
  const inspection = 'كتيبة الفحص'
  const guards = 'الحرس الثوري'
  const both = 'الحشد الشعبي ثم الحشد الشعبي'
  it.each<[source: string, place: string, target: string, verdicts: string, mended: string, reason: string]>([
    [
      hashd,
      'FAS',
      'the Popular Mobilization Forces (PMF) said',
      'ok Popular Mobilization Forces (PMF)',
      '',
      'the long form brings in the short one that is used later',
    ],
    [hashd, 'FAS', 'the Popular Mobilization Forces (“PMF”) said', 'ok Popular Mobilization Forces (“PMF”)', '', 'in quotation marks too'],
    [hashd, 'FAS', 'the Popular Mobilization Forces [PMF] said', 'ok Popular Mobilization Forces [PMF]', '', 'or in square brackets'],
    [
      hashd,
      'FAS',
      'the Popular Mobilization Forces (also known as PMF) said',
      'ok Popular Mobilization Forces (also known as PMF)',
      '',
      'or with a word before it',
    ],
    [
      hashd,
      'FAS',
      'the Popular Mobilization Forces (a.k.a. the PMF) said',
      'ok Popular Mobilization Forces (a.k.a. the PMF)',
      '',
      'or two',
    ],
    [
      hashd,
      'FAS',
      'the Popular Mobilization Forces (PMF, al-Hashd al-Shaabi) said',
      'ok Popular Mobilization Forces',
      '',
      'or with more words behind it',
    ],
    [
      hashd,
      'F',
      'the Popular Mobilization Forces (PMF, al-Hashd al-Shaabi) said',
      'ok Popular Mobilization Forces',
      '',
      'which have a reason of their own',
    ],
    [
      hashd,
      'F',
      'the Popular Mobilization Forces (“PMF”) said',
      'unused Popular Mobilization Forces (“PMF”)',
      'the Popular Mobilization Forces said',
      'and in quotation marks it may be unused',
    ],
    [hashd, 'FAS', 'the PMF said', 'short PMF', 'the Popular Mobilization Forces (PMF) said', 'the short form before the long one'],
    [hashd, 'F', 'the PMF said', 'short PMF', 'the Popular Mobilization Forces said', 'nothing is brought in that is not used'],
    [
      inspection,
      'FAS',
      'the Inspection Forces’ leader',
      'avoid Inspection Forces’',
      'the Inspection Units’ leader',
      'a possessive bears no brackets',
    ],
    [hashd, 'FAS', 'the PMF’s leader', 'short PMF’s', 'the Popular Mobilization Forces’ leader', 'brackets bear no possessive'],
    [hashd, 'AS', 'the PMF said', 'ok PMF', '', 'later on the short form is right'],
    [hashd, 'AS', 'the Popular Mobilization Forces said', 'ok Popular Mobilization Forces', '', 'so is the long one'],
    [
      hashd,
      'FAS',
      'the Popular Mobilization Forces said',
      'unintroduced Popular Mobilization Forces',
      'the Popular Mobilization Forces (PMF) said',
      'the short form is used later and nobody has said what it means',
    ],
    [hashd, 'F', 'the Popular Mobilization Forces said', 'ok Popular Mobilization Forces', '', 'no acronym is wanted that is never used'],
    [
      hashd,
      'FA',
      'the Popular Mobilization Forces (PMF) said',
      'ok Popular Mobilization Forces (PMF)',
      '',
      'an acronym that may still be used',
    ],
    [hashd, 'FA', 'the PMF said', 'short PMF', 'the Popular Mobilization Forces (PMF) said', 'and is brought in for that'],
    [hashd, 'FA', 'the Popular Mobilization Forces said', 'ok Popular Mobilization Forces', '', 'but nobody must while it is not used'],
    [
      inspection,
      'FA',
      'The Inspection Forces said',
      'avoid Inspection Forces',
      'The Inspection Units (IU) said',
      'a mend brings in what may still be used',
    ],
    [
      inspection,
      'F',
      'The Inspection Forces said',
      'avoid Inspection Forces',
      'The Inspection Units said',
      'and nothing that would be brought in for nothing',
    ],
    [
      hashd,
      'F',
      'the Popular Mobilization Forces (PMF) said',
      'unused Popular Mobilization Forces (PMF)',
      'the Popular Mobilization Forces said',
      'an acronym brought in and never used',
    ],
    [
      both,
      'F',
      'the Popular Mobilization Forces (PMF), or the PMF',
      'ok Popular Mobilization Forces (PMF), ok PMF',
      '',
      'it is used in the same segment',
    ],
    [
      both,
      'F',
      'the PMF, then the Popular Mobilization Forces',
      'short PMF, ok Popular Mobilization Forces',
      'the Popular Mobilization Forces, then the Popular Mobilization Forces',
      'the order of the English counts inside a segment',
    ],
    [hashd, 'FAS', 'they said', 'missing', '', 'what is wrong in itself stays so'],
    ['السوداني', 'FAS', 'Al-Sudani said', 'short Al-Sudani', 'Mohammed Shia al-Sudani said', 'a long form without an acronym'],
    ['السوداني', 'AS', 'Al-Sudani said', 'ok Al-Sudani', '', 'and its short one later'],
    [
      inspection,
      'FAS',
      'The Inspection Forces (IF) said',
      'avoid Inspection Forces (IF)',
      'The Inspection Units (IU) said',
      'the acronym of what is avoided goes with it',
    ],
    [inspection, 'AS', 'The Inspection Forces (IF) said', 'avoid Inspection Forces (IF)', 'The Inspection Units said', 'later on too'],
    [
      inspection,
      'FAS',
      'The Inspection Forces (IU) said',
      'avoid Inspection Forces (IU)',
      'The Inspection Units (IU) said',
      'a right one is brought in once',
    ],
    [
      inspection,
      'F',
      'The Inspection Forces (IU) said',
      'avoid Inspection Forces (IU)',
      'The Inspection Units said',
      'or not at all, where nothing comes of it',
    ],
    [
      inspection,
      'AS',
      'The Inspection Forces (IU) said',
      'avoid Inspection Forces (IU)',
      'The Inspection Units (IU) said',
      'and stays later on',
    ],
    [guards, 'AS', 'the RG said', 'avoid RG', 'the IRGC said', 'an acronym to avoid is mended to the short form later on'],
    [guards, 'FS', 'the RG said', 'avoid RG', 'the Revolutionary Guards (IRGC) said', 'but not at the first mention'],
    [guards, 'AS', 'the Pasdaran said', 'avoid Pasdaran', 'the Revolutionary Guards said', 'and a name to the name'],
    [
      `${guards} و${guards}`,
      'F',
      'the Pasdaran (RG), then an RG man, then an RG',
      'avoid Pasdaran (RG), avoid RG, avoid RG',
      'the Revolutionary Guards (IRGC), then an IRGC man, then an IRGC',
      'which brings in what it is to become in the same segment',
    ],
    [
      'القيادة المركزية (سنتكوم)',
      'F',
      'Central Command (CENTCOM) said',
      'ok Central Command (CENTCOM), ok CENTCOM',
      '',
      'what the Arabic brings in is brought in for something',
    ],
    [
      'القيادة المركزية (سنتكوم)',
      'F',
      'Middle Command (CENTCOM) said',
      'avoid Middle Command (CENTCOM), ok CENTCOM',
      'Central Command (CENTCOM) said',
      'and stays in a mend',
    ],
    [
      'السوداني',
      'F',
      'Mohammed Shia al-Sudani (al-Sudani) said',
      'ok Mohammed Shia al-Sudani (al-Sudani)',
      '',
      'of an entry that wants no brackets nobody asks what they are for',
    ],
    [hashd, 'FN', 'they said', '', '', 'an entry never meant in this document wants nothing'],
  ])('%s (%s) as “%s”: %s', (source, place, target, verdicts, after) => {
    const glossary = compile([introduced, titled, inspected, shortened, commanding])
    const findings = check({ source, target }, glossary, undefined, around(place))
    expect(said(findings)).toBe(verdicts)
    const mended = withMends(findings, target)
    expect(mended).toBe(after || target)
    expect(check({ source, target: mended }, glossary, undefined, around(place)).every(({ mend }) => mend === null)).toBe(true)
  })

  it('weighs a warning at most, and an acronym only advice', () => {
    const weights = (target: string, marks: string) =>
      check({ source: hashd, target }, compile([introduced]), undefined, around(marks)).map(({ severity }) => severity)
    expect(weights('the PMF', 'FAS')).toEqual(['warning'])
    expect(weights('the Popular Mobilization Forces', 'FAS')).toEqual(['advice'])
    expect(weights('the Popular Mobilization Forces (PMF)', 'F')).toEqual(['advice'])
  })

  it('a lack at the first mention wants the long form, one later the preferred rendering', () => {
    const wanted = (marks: string) =>
      check({ source: hashd, target: 'they' }, compile([introduced]), undefined, around(marks)).map(({ values }) => values.wanted)
    expect([wanted('FA'), wanted('F'), wanted('A')]).toEqual([
      ['Popular Mobilization Forces (PMF)'],
      ['Popular Mobilization Forces'],
      ['Popular Mobilization Forces'],
    ])
  })

  it('a later mention that is the long form is no short one', () => {
    const same = { ...term('name العراق: Iraq', 1), laterMention: 'Iraq' }
    expect(said(check({ source: 'العراق', target: 'Iraq' }, compile([same]), undefined, around('FA')))).toBe('ok Iraq')
  })

  it('without surroundings every mention may be a later one', () => {
    expect(said(check({ source: hashd, target: 'the PMF' }, compile([introduced])))).toBe('ok PMF')
  })

  it('what is nested in an entry never meant stands by itself', () => {
    const [both, alone] = [term('name حزب الله: Hezbollah', 2), term("name كتائب حزب الله: Kata'ib Hezbollah", 1)]
    const findings = check({ source: 'كتائب حزب الله', target: 'Brigades' }, compile([alone!, both!]), undefined, {
      ...around(''),
      never: new Set([1]),
    })
    expect(findings.map(({ termId, verdict }) => [termId, verdict])).toEqual([[2, 'missing']])
  })

  it('but not what is inside that again', () => {
    const entries = ["name كتائب حزب الله العراقي: Iraqi Kata'ib", "name كتائب حزب الله: Kata'ib Hezbollah", 'name حزب الله: Hezbollah']
    const findings = check(
      { source: 'كتائب حزب الله العراقي', target: 'Brigades' },
      compile(entries.map((one, index) => term(one, index + 1))),
      undefined,
      {
        ...around(''),
        never: new Set([1]),
      },
    )
    expect(findings.map(({ termId, verdict }) => [termId, verdict])).toEqual([[2, 'missing']])
  })
})
