import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../../src/core/checks/finding.ts'
import { enforce } from '../../../../src/core/glossary/enforce/enforce.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import type { Match } from '../../../../src/core/glossary/find/match.ts'
import type { Kind, Standing, Term } from '../../../../src/core/glossary/term.ts'
import { always } from '../../../support/always.ts'
import { withMends } from '../../../support/mends.ts'
import { storedTerm } from '../../../support/terms.ts'

/** One entry a row: Arabic, kind, renderings with their standing before a colon (none is preferred), strength. */
const entries: [spelling: string, kind: Kind, renderings: string[], more?: Partial<Term>][] = [
  ['الحشد الشعبي', 'name', ['Popular Mobilization Forces', 'allowed:PMF', 'avoid:Hashd', 'always:Popular Mobilisation Units']],
  ['كتائب حزب الله', 'name', ["Kata'ib Hezbollah", 'avoid:Hezbollah Brigades']],
  ['حزب الله', 'name', ['Hezbollah', 'avoid:Party of God']],
  ['السوداني', 'name', ['al-Sudani']],
  ['محمد', 'name', ['Mohammed']],
  ['لبنان', 'name', ['Lebanon']],
  ['العراق', 'name', ['Iraq']],
  ['الولايات المتحدة', 'name', ['United States', 'allowed:US']],
  ['قاعدة', 'noun', ['base', 'avoid:camp']],
  ['هجوم', 'noun', ['attack', 'avoid:assault'], { strength: 'warning' }],
  ['جيش', 'noun', ['army', 'avoid:military']],
  ['فصيل', 'noun', ['armed group', 'avoid:militia']],
  ['غارة', 'noun', ['airstrike', 'allowed:strike', 'avoid:raid']],
  ['وقف إطلاق النار', 'phrase', ['ceasefire']],
  ['عضو البرلمان', 'phrase', ['member of parliament', 'allowed:MP']],
  ['وزارة الداخلية', 'name', ['Ministry of Interior', 'allowed:Interior Ministry']],
  ['وزارة الدفاع', 'name', ['Ministry of Defense', 'allowed:Defense Ministry']],
  ['صنعاء', 'name', ["Sana'a"]],
  ['أنصار الله', 'name', ['Ansar Allah', 'allowed:Houthis']],
  ['القاعدة', 'name', ['al-Qaeda', 'avoid:the Base']],
  ['مقاومة', 'noun', ['resistance'], { strength: 'advice' }],
  ['بيان', 'noun', ['statement'], { strength: 'off' }],
  ['المقاومة الإسلامية في العراق', 'name', ['Islamic Resistance in Iraq']],
  ['حماس', 'name', ['Hamas']],
  ['فتح', 'name', ['Fatah']],
  ['سوريا', 'name', ['Syria']],
  ['الحرس الثوري', 'name', ['Revolutionary Guards', 'allowed:IRGC']],
  ['حسن', 'name', ['Hassan']],
  ['داود', 'name', ['Daoud']],
  ['دفاع', 'noun', ['defense']],
  ['طائرة مسيرة', 'phrase', ['drone', 'allowed:unmanned aerial vehicle', 'allowed:UAV']],
]

const terms = entries.map(([spelling, kind, renderings, more], index): Term => {
  const rendering = (text: string) => {
    const [, mark, rest] = /^(?:(allowed|avoid|always):)?(.*)$/.exec(text)!
    const standing: Standing = mark === 'always' ? 'avoid' : ((mark ?? 'preferred') as Standing)
    return { text: rest!, standing, ...(mark === 'always' && { always: true }) }
  }
  return storedTerm({ id: index + 1, spellings: [spelling], kind, renderings: renderings.map(rendering), ...more })
})

const glossary = compile(terms)

/** Every spelling where it stands letter by letter; those inside a longer one are nested. */
function matchesIn(source: string, confidence = 1): Match[] {
  const all = terms.flatMap(({ id, spellings: [spelling = ''] }) =>
    [...source.matchAll(new RegExp(spelling, 'g'))].map(({ index }) => ({
      termId: id,
      spelling,
      start: index,
      end: index + spelling.length,
      surface: spelling,
      confidence,
      nested: false,
      why: [],
    })),
  )
  return all.map((one) => ({
    ...one,
    nested: all.some(
      (other) => other !== one && other.start <= one.start && other.end >= one.end && other.surface.length > one.surface.length,
    ),
  }))
}

function findingsFor(source: string, target: string): Finding[] {
  const findings = enforce(glossary, matchesIn(source), source, target)
  for (const { target: place, values, mend } of findings) {
    if (place) expect(target.slice(place.start, place.end)).toBe(values.found)
    if (mend) expect(mend.start).toBeLessThanOrEqual(place!.start)
  }
  return findings
}

function verdicts(source: string, target: string): string {
  return findingsFor(source, target)
    .map(({ verdict, values }) => (values.found ? `${verdict} ${values.found}` : verdict))
    .join(', ')
}

const mended = (source: string, target: string) => withMends(findingsFor(source, target), target)

describe('what the English makes of a term', () => {
  it.each([
    // right, as it stands or inflected
    ['الحشد الشعبي', 'the Popular Mobilization Forces said', 'ok Popular Mobilization Forces'],
    ['الحشد الشعبي', 'the Popular Mobilization Forces’ base', 'ok Popular Mobilization Forces’'],
    ['الحشد الشعبي', 'POPULAR MOBILIZATION FORCES DENY IT', 'ok POPULAR MOBILIZATION FORCES'],
    ['الحشد الشعبي', 'the Popular-Mobilization Forces', 'ok Popular-Mobilization Forces'],
    ['الحشد الشعبي', 'the Popular\u00A0Mobilization\nForces', 'ok Popular\u00A0Mobilization\nForces'],
    ['الحشد الشعبي', "the PMF's leader", "ok PMF's"],
    ['الحشد الشعبي', 'the P.M.F. leader', 'ok P.M.F.'],
    ['الحشد الشعبي', 'the Popular Mobilization Forces (PMF) said', 'ok Popular Mobilization Forces (PMF)'],
    ['كتائب حزب الله', 'Kata’ib Hezbollah said', 'ok Kata’ib Hezbollah'],
    ['كتائب حزب الله', 'Kataʿib Hezbollah said', 'ok Kataʿib Hezbollah'],
    ['كتائب حزب الله', 'Kata`ib Hezbollah said', 'ok Kata`ib Hezbollah'],
    ['كتائب حزب الله', 'Kata’ib “Hezbollah” said', 'ok Kata’ib “Hezbollah'],
    ['صنعاء', 'in Sana’a.', 'ok Sana’a'],
    ['السوداني', 'Al-Sudani said', 'ok Al-Sudani'],
    ['السوداني', 'Prime Minister al Sudani said', 'ok al Sudani'],
    ['قاعدة', 'two bases', 'ok bases'],
    ['قاعدة', 'Base after base', 'ok Base'],
    ['جيش', 'the armies of both', 'ok armies'],
    ['فصيل', 'the armed groups', 'ok armed groups'],
    ['عضو البرلمان', 'two members of parliament', 'ok members of parliament'],
    ['عضو البرلمان', 'two MPs', 'ok MPs'],
    ['غارة', 'two air strikes', 'ok air strikes'],
    ['غارة', 'an air-strike', 'ok air-strike'],
    ['وقف إطلاق النار', 'a cease-fire', 'ok cease-fire'],
    ['الولايات المتحدة', 'US forces', 'ok US'],
    ['الولايات المتحدة', 'U.S. forces', 'ok U.S.'],
    ['الولايات المتحدة', "the United States' answer", "ok United States'"],
    ['أنصار الله', 'a Houthi leader', 'missing'],
    ['طائرة مسيرة', 'three UAVs', 'ok UAVs'],
    ['طائرة مسيرة', 'unmanned aerial vehicles', 'ok unmanned aerial vehicles'],
    // acronyms want capitals; a name of one word wants one
    ['الولايات المتحدة', 'he told us', 'missing'],
    ['حزب الله', 'the leader of hezbollah', 'variant hezbollah'],
    ['الحشد الشعبي', 'the popular mobilization forces', 'variant popular mobilization forces'],
    // demonyms are not names
    ['لبنان', 'Lebanese officials', 'missing'],
    ['العراق', 'Iraqi officials', 'missing'],
    ['العراق', 'Iraqis', 'missing'],
    ['لبنان', 'Lebanon’s officials', 'ok Lebanon’s'],
    // unapproved spellings
    ['كتائب حزب الله', 'Kataeb Hezbollah said', 'variant Kataeb Hezbollah'],
    ['كتائب حزب الله', 'Kataib Hizbullah said', 'variant Kataib Hizbullah'],
    ['حزب الله', 'Hizbullah said', 'variant Hizbullah'],
    ['حزب الله', "Hizb Allah's leader", "variant Hizb Allah's"],
    ['السوداني', 'Sudani said', 'variant Sudani'],
    ['السوداني', 'Mohammed Sudani said', 'variant Sudani'],
    ['محمد', 'Muhammad said', 'variant Muhammad'],
    ['العراق', 'Irak', 'variant Irak'],
    ['صنعاء', 'in Sanaa', 'variant Sanaa'],
    ['أنصار الله', 'Ansarullah said', 'variant Ansarullah'],
    ['فتح', 'Fateh said', 'variant Fateh'],
    ['فتح', 'Fat chance', 'missing'],
    ['سوريا', 'Sarah said', 'missing'],
    ['سوريا', 'in Suria', 'variant Suria'],
    ['حسن', 'Hussein said', 'missing'],
    ['حسن', 'Hasan said', 'variant Hasan'],
    ['داود', 'Dawud said', 'variant Dawud'],
    ['حماس', 'at his homes', 'missing'],
    ['قاعدة', 'a bus', 'missing'],
    ['دفاع', 'air defence', 'variant defence'],
    ['الحشد الشعبي', 'the Popular Mobilization Committee', 'variant Popular Mobilization Committee'],
    ['الحشد الشعبي', 'the Popular Mobilisation Forces', 'variant Popular Mobilisation Forces'],
    ['الحشد الشعبي', 'popular support', 'missing'],
    ['وزارة الداخلية', 'the Ministry of the Interior', 'variant Ministry of the Interior'],
    ['وزارة الداخلية', 'the Ministry of Defense', 'missing'],
    ['المقاومة الإسلامية في العراق', 'the Islamic Resistance in Lebanon', 'missing'],
    ['الحشد الشعبي', 'Popular Mobilization Force', 'variant Popular Mobilization Force'],
    ['الحرس الثوري', 'the Revolutionary Guard', 'variant Revolutionary Guard'],
    // renderings to avoid
    ['الحشد الشعبي', 'linked to the Hashd', 'avoid Hashd'],
    ['الحشد الشعبي', 'linked to the Popular Mobilisation Units', 'avoid Popular Mobilisation Units'],
    ['حزب الله', 'the Party of God’s leader', 'avoid Party of God’s'],
    ['غارة', 'two raids', 'avoid raids'],
    ['القاعدة', 'members of The Base', 'avoid Base'],
    ['بغداد', 'the Popular Mobilisation Units in Baghdad', 'avoid Popular Mobilisation Units'],
    ['بغداد', 'the Hashd in Baghdad', ''],
    ['الحشد الشعبي', 'the PMF, or Hashd', 'ok PMF, avoid Hashd'],
    ['قاعدة', 'the base and the camp', 'ok base'],
    // the longest rendering wins, and each stretch serves once
    ['كتائب حزب الله وحزب الله', "Kata'ib Hezbollah", "ok Kata'ib Hezbollah, missing"],
    ['كتائب حزب الله وحزب الله', "Kata'ib Hezbollah and Hezbollah", "ok Kata'ib Hezbollah, ok Hezbollah"],
    ['حزب الله وكتائب حزب الله', "Hezbollah and Kata'ib Hezbollah", "ok Hezbollah, ok Kata'ib Hezbollah"],
    ['كتائب حزب الله', 'Hezbollah Brigades', 'avoid Hezbollah Brigades'],
    ['غارة وغارة', 'two airstrikes', 'ok airstrikes, missing'],
    ['غارة وغارة', 'an airstrike and a strike', 'ok airstrike, ok strike'],
    ['غارة وغارة', 'an airstrike and a raid', 'ok airstrike, avoid raid'],
    ['وزارة الدفاع ووزارة الداخلية', 'the Defense Ministry and the Interior Ministry', 'ok Defense Ministry, ok Interior Ministry'],
    ['بيان', 'nothing', ''],
    ['الحشد الشعبي', '', ''],
  ])('%s: %s → %s', (source, target, expected) => {
    expect(verdicts(source, target)).toBe(expected)
  })
})

describe('the mend that is offered', () => {
  it.each([
    [
      'مرتبطة بالحشد الشعبي'.replace('بال', 'ب ال'),
      'linked to the Popular Mobilization Units',
      'linked to the Popular Mobilization Forces',
    ],
    ['الحشد الشعبي', 'the Popular Mobilization Units’ base', 'the Popular Mobilization Forces’ base'],
    ['الحشد الشعبي', "the Hashd's base", "the Popular Mobilization Forces' base"],
    ['حزب الله', 'the Party of God’s leader', 'the Hezbollah’s leader'],
    ['فصيل', 'a militia and others', 'an armed group and others'],
    ['فصيل', 'Militias in Iraq', 'Armed groups in Iraq'],
    ['فصيل', 'He left. A militia came.', 'He left. An armed group came.'],
    ['هجوم', 'an assault', 'an attack'],
    ['غارة', 'the raids', 'the airstrikes'],
    ['غارة', 'a raid', 'an airstrike'],
    ['قاعدة', 'two camps', 'two bases'],
    ['قاعدة', 'Camps and more', 'Bases and more'],
    ['جيش', 'a military', 'an army'],
    ['السوداني', 'Sudani said. Sudani left.', 'Al-Sudani said. Sudani left.'],
    ['القاعدة', 'members of the Base', 'members of al-Qaeda'],
    ['القاعدة', 'The Base said', 'Al-Qaeda said'],
    ['كتائب حزب الله', 'HEZBOLLAH BRIGADES DENY IT', "KATA'IB HEZBOLLAH DENY IT"],
    ['كتائب حزب الله', 'Kataeb Hizballah’s men', "Kata'ib Hezbollah’s men"],
  ])('%s: %s → %s', (source, target, expected) => {
    expect(mended(source, target)).toBe(expected)
  })

  it('an English that is right is offered none', () => {
    expect(mended('الحشد الشعبي', 'the PMF')).toBe('the PMF')
  })
})

describe('how much a broken term weighs', () => {
  const severities = (source: string, target: string) => findingsFor(source, target).map(({ severity }) => severity)

  it('is what the entry says', () => {
    expect(severities('قاعدة هجوم مقاومة', 'nothing')).toEqual(['required', 'warning', 'advice'])
  })

  it('is nothing where the term is right', () => {
    expect(severities('قاعدة', 'a base')).toEqual(['none'])
  })

  it('from the second lack on is advice, because a pronoun is normal English', () => {
    expect(severities('قاعدة قاعدة', 'nothing')).toEqual(['required', 'advice'])
    expect(severities('قاعدة قاعدة', 'a base')).toEqual(['none', 'advice'])
  })

  it('of a rendering to avoid is full at every occurrence', () => {
    expect(severities('قاعدة قاعدة', 'a base and a camp')).toEqual(['none', 'required'])
  })
})

describe('which matches are enforced', () => {
  it('possible ones are not', () => {
    expect(enforce(glossary, matchesIn('قاعدة', 0.5), 'قاعدة', 'nothing')).toEqual([])
  })

  it('one inside a longer one that is only possible is', () => {
    const source = 'كتائب حزب الله'
    const matches = matchesIn(source).map((match) => (match.nested ? match : { ...match, confidence: 0.5 }))
    expect(enforce(glossary, matches, source, "Kata'ib Hezbollah").map(({ verdict }) => verdict)).toEqual(['ok'])
  })

  it('of two entries spelled alike one has to be right', () => {
    const oman = { ...terms[5]!, id: 101, spellings: ['عمان'], renderings: [{ text: 'Oman', standing: 'preferred' as const }] }
    const amman = { ...oman, id: 102, renderings: [{ text: 'Amman', standing: 'preferred' as const }] }
    const both = compile([oman, amman])
    const match = { ...matchesIn('لبنان')[0]!, surface: 'عمان', spelling: 'عمان', start: 0, end: 4 }
    const matches = [oman, amman].map(({ id }) => ({ ...match, termId: id }))
    expect(enforce(both, matches, 'عمان', 'in Amman').map(({ verdict, termId }) => [verdict, termId])).toEqual([['ok', 102]])
    expect(enforce(both, matches, 'عمان', 'nowhere').map(({ verdict }) => verdict)).toEqual(['missing'])
  })
})

describe('mends, whatever the English', () => {
  const pieces = [
    'a',
    'the',
    'The',
    'of',
    'Hashd',
    'HASHD',
    'Hizbullah',
    'Brigades',
    'militia',
    'Militias',
    'assault',
    'Base',
    'camps',
    'PMF',
    '(PMF)',
    'Popular',
    'Forces',
    'armed',
    'Group',
    'attack',
  ]
  const signs = ['’s', '’', '.', ',', '-', '“', '”', '‘', '(', ')', ' ', ' ', ' ', '\u200f', '𝐀']
  const english = fc
    .array(fc.constantFrom(...pieces, ...signs), { maxLength: 14 })
    .map((parts) => parts.join(' ').replace(/ (?=[’.,)”-])/g, ''))
  const arabic = fc
    .array(fc.constantFrom(...terms.slice(0, 12).map(({ spellings }) => spellings[0]!)), { maxLength: 4 })
    .map((all) => all.join(' ثم '))

  it('stand in the text, in no two of them the same letter', () => {
    always(
      fc.property(arabic, english, (source, target) => {
        const mends = findingsFor(source, target).flatMap(({ mend }) => mend ?? [])
        for (const { start, end } of mends) expect(0 <= start && start < end && end <= target.length).toBe(true)
        const inOrder = mends.sort((a, b) => a.start - b.start)
        expect(inOrder.every(({ start }, index) => index === 0 || start >= inOrder[index - 1]!.end)).toBe(true)
      }),
    )
  })

  it('put no article beside another', () => {
    always(
      fc.property(arabic, english, (source, target) => {
        fc.pre(!/\b(?:an?|the)\W+(?:an?|the)\b/i.test(target))
        expect(mended(source, target)).not.toMatch(/\b(?:an?|the)\W+(?:an?|the)\b/i)
      }),
    )
  })
})
