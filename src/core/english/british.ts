import { onceForEachWord } from '../once.ts'

/**
 * An English word in lower case as an American would spell it, so that two spellings of one word can be known for one: mobilisation and
 * mobilization, defence and defense. What comes out is for comparing only: words alike in both countries may be bent too.
 */
export const american = onceForEachWord((word) => habits.reduce((rest, [written, american]) => rest.replace(written, american), word))

const habits: readonly (readonly [british: RegExp, american: string, example: string])[] = [
  [/(?<=^(?:advis|conven|protest))or(?=s?$)/, 'er', 'advisor, which Americans write too'],
  [/is(?=(?:e[drs]?|ers|ing|ations?)$)/, 'iz', 'mobilisation, organised'],
  [/ys(?=(?:e[drs]?|ers|ing)$)/, 'yz', 'paralysed'],
  [/(?<=[a-z]{3})our(?!n)/, 'or', 'neighbouring, labour'],
  [/(?<=[a-z]{2}[bt])re(?=s?$)/, 'er', 'centre, calibre'],
  [/(?<=def|off|pret|lic)ence/, 'ense', 'defence'],
  [/(?<=[a-z][aeiou])ll(?=(?:e[dr]|ers|ing|or|ors)$)/, 'l', 'travelled, shelling'],
  [/(?<=gram)me(?=s?$)/, '', 'programme'],
  [/(?<=log)ue(?=s?$)/, '', 'dialogue'],
  [/(?<=judg|acknowledg)e(?=ment)/, '', 'judgement'],
  [/ll(?=ful|ment|s?$)/, 'l', 'fulfil, instalment'],
  [/(?<=pract)i[sz](?=e|ing)/, 'ic', 'practised'],
  [/^enquir/, 'inquir', 'enquiry'],
  [/(?<=^ag)eing$/, 'ing', 'ageing'],
  [/^mould/, 'mold', 'mould'],
  [/^sulph/, 'sulf', 'sulphur'],
  [/^grey/, 'gray', 'grey'],
  [/^tyre/, 'tire', 'tyre'],
  [/^plough/, 'plow', 'plough'],
  [/^sceptic/, 'skeptic', 'sceptical'],
  [/^cheque/, 'check', 'cheque; but checkpoint is no cheque'],
  [/oeuvre/, 'euver', 'manoeuvre'],
  [/^artefact/, 'artifact', 'artefact'],
  [/^aluminium/, 'aluminum', 'aluminium'],
  [/^gaol/, 'jail', 'gaol'],
  [/wards$/, 'ward', 'towards'],
  [/(?<=^p|orthop|^an|leuk|^h)ae/, 'e', 'paediatric, anaemia'],
]
