import { z } from 'zod'
import { nameYourself } from '../actions/name-yourself.ts'
import { languageOf } from '../i18n/index.ts'
import { formOf, line, ownAddress } from './forms.ts'
import { orAgain } from './problems.ts'
import { render } from './views.ts'
import { themes, type Visit } from './visit.ts'

/** GET /welcome: asks for the name that revisions will carry. */
export async function ask(visit: Visit): Promise<void> {
  render(visit, 'people/welcome', { title: titleOf(visit), name: visit.person.name, problem: null })
}

/** POST /welcome. */
export async function name(visit: Visit): Promise<void> {
  const form = formOf(visit, z.object({ name: line }))
  await orAgain(
    visit,
    async () => {
      await nameYourself(visit.store, form.name)
      visit.res.redirect(303, '/documents')
    },
    (problem) => render(visit, 'people/welcome', { title: titleOf(visit), name: form.name, problem }),
  )
}

/** POST /preferences: language and theme, kept in this browser. */
export async function prefer(visit: Visit): Promise<void> {
  const form = formOf(visit, z.object({ language: z.string().optional(), theme: z.enum(themes).optional(), back: ownAddress }))
  const year = { maxAge: 365 * 24 * 3600 * 1000, sameSite: 'lax', httpOnly: true } as const
  if (form.language) visit.res.cookie('language', languageOf(form.language), year)
  if (form.theme) visit.res.cookie('theme', form.theme, year)
  visit.res.redirect(303, form.back || '/documents')
}

/** Who has a name already only wants to change it. */
function titleOf({ t, person }: Visit): string {
  return t(person.name === '' ? 'people.welcome.title' : 'people.change-name')
}
