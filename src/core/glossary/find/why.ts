import type { FormName } from '../../arabic/inflection.ts'
import type { Match, WordAnalysis } from './match.ts'

/** The shortest Arabic names of the forms; empty where the word shows it by itself. */
const shortNames: Record<FormName, string> = {
  'as-listed': '',
  definite: 'معرفة',
  indefinite: 'نكرة',
  tanwin: 'تنوين',
  pronoun: 'ضمير',
  dual: 'مثنى',
  'dual-construct': 'مثنى مضاف',
  'dual-pronoun': 'مثنى + ضمير',
  'masculine-plural': 'جمع مذكر',
  'masculine-plural-construct': 'جمع مذكر مضاف',
  'masculine-plural-pronoun': 'جمع مذكر + ضمير',
  'feminine-plural': 'جمع مؤنث',
  'feminine-plural-pronoun': 'جمع مؤنث + ضمير',
  feminine: 'مؤنث',
  'feminine-dual': 'مثنى مؤنث',
  'feminine-pronoun': 'مؤنث + ضمير',
  masculine: 'مذكر',
  'broken-plural': 'جمع تكسير',
  singular: 'مفرد',
  'special-form': 'صيغة خاصة',
  kunya: 'كنية',
  defective: 'منقوص',
  'ta-marbuta-as-ha': 'ه مكان ة',
  'ha-as-ta-marbuta': 'ة مكان ه',
}

/** The short Arabic name of a form; empty where the word is as its entry has it. */
export function formInArabic(form: FormName): string {
  return shortNames[form]
}

/** Why a match is one, in a line of Arabic: و + لل + حشد الشعبي; the form follows its word in brackets. */
export function whyInArabic(match: Match): string {
  return match.why.map(wordInArabic).join(' ')
}

function wordInArabic({ proclitics, word, form, respelled }: WordAnalysis): string {
  const notes = [shortNames[form], respelled ? 'إملاء' : ''].filter(Boolean).join('، ')
  return [...proclitics, notes ? `${word} (${notes})` : word].join(' + ')
}
