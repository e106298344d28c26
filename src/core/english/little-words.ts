/** Words that mean little by themselves, in three rings, each with those of the ring inside it; given and asked for by their keys. */

/** Come and go between the words of a name, which stays the same: Ministry of Interior, Ministry of the Interior. But a war on terror is no terror war. */
export const littleInNames = wordsOf('a al an and el for in of the to')

/** Stay small in a title, and leave no letter in an acronym. */
export const littleInTitles = new Set([...littleInNames, ...wordsOf('at by on')])

/** Tell nothing of what a text speaks of. */
export const littleInTexts = new Set([
  ...littleInTitles,
  ...wordsOf(
    'with from as or but that which who whom whose this these those it its he she his her him they their them we our you your i ' +
      'is are was were be been being has have had not no will would said says say',
  ),
])

function wordsOf(row: string): ReadonlySet<string> {
  return new Set(row.split(' '))
}
